import { fireEvent, render } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { JobStatusCard, type OptimizationJobState } from '../../src/index.js'
import { type Translator, translate } from '../support/translate.js'
import { anyState, NOW } from './anyState.js'
import { SEED } from './arbitraries.js'

beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const LINKS = { testRun: (id: string) => `/test-runs/${id.length}` }

const card = (state: OptimizationJobState) => (
  <JobStatusCard state={state} locale="en" links={LINKS} onCancel={() => {}} actions="An action of the app" />
)

/** Opens the details, so that every part is rendered. */
function open(container: Element): void {
  const trigger = container.querySelector('.rpo-details-trigger')
  if (trigger) fireEvent.click(trigger)
}

describe.each<Translator>(['wraps', 'replaces'])('JobStatusCard whose text a translator %s', (translator) => {
  test('shows every later state as an untranslated card does', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(anyState, { minLength: 2, maxLength: 5 }), ([first, ...rest]) => {
        const translated = render(card(first as OptimizationJobState))
        const plain = render(card(first as OptimizationJobState))
        open(translated.container)
        open(plain.container)
        for (const state of rest) {
          translate(translated.container, translator)
          translated.rerender(card(state))
          plain.rerender(card(state))
          vi.advanceTimersByTime(2_000)
          expect(translated.container.textContent).toBe(plain.container.textContent)
        }
        translate(translated.container, translator)
        translated.unmount()
        plain.unmount()
      }),
      { seed: SEED, numRuns: 60 },
    )
  })
})

test('every text is the only child of an element, so that React never looks for it among its siblings', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const { container, unmount } = render(card(state))
      open(container)
      const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const { parentElement, textContent } = walker.currentNode
        expect(parentElement?.childNodes.length, `${parentElement?.className}: ${textContent}`).toBe(1)
      }
      unmount()
    }),
    { seed: SEED, numRuns: 60 },
  )
})
