import { createRequire } from 'node:module'
import { fireEvent, render } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { JobStatusCard, type OptimizationJobState } from '../../src/index.js'
import { ar } from '../../src/locales.js'
import { anyState, NOW } from './anyState.js'
import { SEED } from './arbitraries.js'

beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

interface Axe {
  run(place: Element, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

const LINKS = {
  testRun: (id: string) => `/test-runs/${id}`,
  comparison: (id: string) => `https://app.test/comparisons/${id}`,
  optimizedVersion: (id: string) => id,
}

function show(state: OptimizationJobState) {
  const card = render(<JobStatusCard state={state} locale="en" links={LINKS} onCancel={() => {}} />)
  // The steps and the ids stand in a fold, and are rendered once it is opened.
  const fold = card.container.querySelector('summary')
  if (fold) fireEvent.click(fold)
  return card
}

/** Collects what React, and the card itself, complain of. */
function listenForComplaints(): unknown[][] {
  const complaints: unknown[][] = []
  vi.spyOn(console, 'error').mockImplementation((...words) => void complaints.push(words))
  vi.spyOn(console, 'warn').mockImplementation((...words) => {
    // `optimizedVersion` takes the id for a URL, as a careless app would: then this is what the card should say.
    if (!/is shown as text/.test(String(words[0]))) complaints.push(words)
  })
  return complaints
}

/** What assistive technology asks of a progress bar. */
function expectSoundBar(bar: Element): void {
  const number = (name: string) => Number(bar.getAttribute(name))
  expect(bar.getAttribute('aria-valuetext')?.trim()).toBeTruthy()
  expect(bar.getAttribute('aria-label')?.trim()).toBeTruthy()
  if (!bar.hasAttribute('aria-valuenow')) return
  expect(number('aria-valuemax')).toBeGreaterThan(number('aria-valuemin'))
  expect(number('aria-valuenow')).toBeGreaterThanOrEqual(number('aria-valuemin'))
  expect(number('aria-valuenow')).toBeLessThanOrEqual(number('aria-valuemax'))
}

describe('a card can show whatever the service may say', { timeout: 30_000 }, () => {
  test('without a complaint, and with a sound progress bar where there is a job', () => {
    const complaints = listenForComplaints()
    fc.assert(
      fc.property(anyState, (state) => {
        const { container, unmount } = show(state)
        const bars = container.querySelectorAll('[role=progressbar]')
        expect(bars.length).toBe(state.job ? 1 : 0)
        bars.forEach(expectSoundBar)
        // A second goes by for its clocks.
        vi.advanceTimersByTime(1_000)
        // Nothing of the service's text became markup, and no link leads where a script would run.
        expect(container.querySelector('img, script, iframe')).toBeNull()
        for (const link of container.querySelectorAll('a')) {
          expect(link.protocol).toMatch(/^(https?|mailto):$/)
        }
        unmount()
        expect(complaints).toEqual([])
      }),
      { seed: SEED, numRuns: 120 },
    )
  })

  test('one after the other in one place, without a complaint', () => {
    const complaints = listenForComplaints()
    fc.assert(
      fc.property(fc.array(anyState, { minLength: 2, maxLength: 5 }), ([first, ...rest]) => {
        const { rerender, unmount } = show(first as OptimizationJobState)
        for (const state of rest) {
          rerender(<JobStatusCard state={state} locale="ar" labels={ar} links={LINKS} />)
        }
        unmount()
        expect(complaints).toEqual([])
      }),
      { seed: SEED, numRuns: 30 },
    )
  })

  test('and assistive technology can make sense of it', async () => {
    // The copy of axe that Storybook checks the stories with.
    const require = createRequire(
      createRequire(import.meta.url).resolve('@storybook/addon-a11y/package.json'),
    )
    const axe: Axe = require('axe-core')
    vi.useRealTimers()
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    for (const state of fc.sample(anyState, { seed: SEED, numRuns: 15 })) {
      const { container, unmount } = show(state)
      // Contrast is measured in a browser, on the stories; what a page has beside the card is not the card's.
      const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } }
      const { violations } = await axe.run(container, { rules, elementRef: false })
      unmount()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    }
  })
})
