import { fireEvent, render } from '@testing-library/react'
import axe from 'axe-core'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isTerminalPhase } from '../../src/core/phase.js'
import { JobStatusCard, type OptimizationJobState } from '../../src/index.js'
import { ar } from '../../src/locales/ar.js'
import { anyState, NOW } from './anyState.js'
import { SEED } from './arbitraries.js'

beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const LINKS = {
  testRun: (id: string) => `/test-runs/${id}`,
  comparison: (id: string) => `https://app.test/comparisons/${id}`,
  optimizedVersion: (id: string) => id,
}

function renderCard(state: OptimizationJobState) {
  const card = render(<JobStatusCard state={state} locale="en" links={LINKS} onCancel={() => {}} />)
  // The steps and the IDs are rendered once the details are open.
  const trigger = card.container.querySelector<HTMLElement>('.rpo-details-trigger')
  if (trigger) fireEvent.click(trigger)
  return card
}

/** Collects console errors and warnings. */
function collectConsoleMessages(): unknown[][] {
  const messages: unknown[][] = []
  vi.spyOn(console, 'error').mockImplementation((...args) => void messages.push(args))
  vi.spyOn(console, 'warn').mockImplementation((...args) => {
    // Expected: LINKS.optimizedVersion returns a raw ID, which can be an unsafe URL.
    if (!/is rendered as text/.test(String(args[0]))) messages.push(args)
  })
  return messages
}

/** Expects valid ARIA attributes. */
function expectValidProgressBar(bar: Element): void {
  // A bar's least value is 0 where the attribute is missing.
  const number = (name: string) => Number(bar.getAttribute(name))
  expect(bar.getAttribute('aria-valuetext')?.trim()).not.toBe('')
  expect(bar.getAttribute('aria-label')?.trim()).toBeTruthy()
  if (!bar.hasAttribute('aria-valuenow')) return
  expect(number('aria-valuemax')).toBeGreaterThan(number('aria-valuemin'))
  expect(number('aria-valuenow')).toBeGreaterThanOrEqual(number('aria-valuemin'))
  expect(number('aria-valuenow')).toBeLessThanOrEqual(number('aria-valuemax'))
}

describe('JobStatusCard with any state', { timeout: 30_000 }, () => {
  test('renders without console messages and with a valid progress bar for an active job', () => {
    const messages = collectConsoleMessages()
    fc.assert(
      fc.property(anyState, (state) => {
        const { container, unmount } = renderCard(state)
        const bars = container.querySelectorAll('[role=progressbar]')
        expect(bars.length).toBe(state.job && !isTerminalPhase(state.job.phase) ? 1 : 0)
        expect(container.querySelectorAll('.rpo-bar').length).toBe(state.job ? 1 : 0)
        bars.forEach(expectValidProgressBar)
        // Ticks the clocks once.
        vi.advanceTimersByTime(1_000)
        // No XSS through text or link URLs.
        expect(container.querySelector('img, script, iframe')).toBeNull()
        for (const link of container.querySelectorAll('a')) {
          expect(link.protocol).toMatch(/^(https?|mailto):$/)
        }
        unmount()
        expect(messages).toEqual([])
      }),
      { seed: SEED, numRuns: 120 },
    )
  })

  test('rerenders with other states without console messages', () => {
    const messages = collectConsoleMessages()
    fc.assert(
      fc.property(fc.array(anyState, { minLength: 2, maxLength: 5 }), ([first, ...rest]) => {
        const { rerender, unmount } = renderCard(first as OptimizationJobState)
        for (const state of rest) {
          rerender(<JobStatusCard state={state} locale="ar" labels={ar} links={LINKS} />)
        }
        unmount()
        expect(messages).toEqual([])
      }),
      { seed: SEED, numRuns: 30 },
    )
  })

  test('has no accessibility violations', async () => {
    vi.useRealTimers()
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    // It recognizes fonts of icons by drawing them, which jsdom can't.
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    for (const state of fc.sample(anyState, { seed: SEED, numRuns: 15 })) {
      const { container, unmount } = renderCard(state)
      // Contrast needs a browser (covered by the stories), and `region` applies to whole pages.
      const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } }
      const { violations } = await axe.run(container, { rules, elementRef: false })
      unmount()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    }
  })
})
