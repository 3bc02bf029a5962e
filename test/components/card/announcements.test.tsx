import { render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { OptimizationError } from '../../../src/api.js'
import { JobStatusCard, type OptimizationJobState } from '../../../src/index.js'
import type { WireJob } from '../../../src/testing.js'
import { buildJobState, createTestApp } from '../../../src/testingReact.js'
import { advance, scriptedFetch } from '../../support/renderJobHook.js'
import { freezeTime, NOW } from './setUp.js'

freezeTime()

const SPACING_MS = 1_500
const region = () => screen.getByRole('status')

const job = (job_id: string, overrides: Partial<WireJob> = {}) => ({ job_id, ...overrides })
const inStep = (step: number, job_id = 'a') =>
  buildJobState(job(job_id, { progress: { step, total_steps: 4, step_name: `Name ${step}` } }))
const ended = (status: string, job_id = 'a') => buildJobState(job(job_id, { status }))
const error = (kind: 'network' | 'http', status?: number) =>
  new OptimizationError('for developers', { kind, status })

/** An app with cards in it, and what its region says. */
function showCards(...states: OptimizationJobState[]) {
  const { wrapper: App } = createTestApp({ fetch: scriptedFetch({}) })
  const cards = (shown: OptimizationJobState[]) => (
    <App>
      {shown.map((state, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a card is its place on the page
        <JobStatusCard key={index} state={state} locale="en" />
      ))}
    </App>
  )
  const { rerender, unmount } = render(cards(states))
  return { unmount, showNow: (...next: OptimizationJobState[]) => rerender(cards(next)) }
}

/** All that the region says in a while, with when it says it. */
async function hear(durationMs = 10_000) {
  const heard: [number, string][] = []
  let last = region().textContent
  for (let time = 0; time < durationMs; time += 100) {
    await advance(time === 0 ? 0 : 100)
    const { textContent } = region()
    if (textContent && textContent !== last) heard.push([time, textContent])
    last = textContent
  }
  return heard
}
const said = async () => (await hear()).map(([, message]) => message)

describe('what is announced', () => {
  it('is a new step, seen live', async () => {
    const { showNow } = showCards(inStep(2))
    showNow(inStep(3))
    expect(await said()).toEqual(['Prompt optimization: Step 3 of 4, Name 3'])
  })

  it('is that a queued job has begun', async () => {
    const { showNow } = showCards(buildJobState(job('a', { status: 'pending', progress: null })))
    showNow(inStep(1))
    expect(await said()).toEqual(['Prompt optimization: Step 1 of 4, Name 1'])
  })

  it.each([
    ['completed', 'Prompt optimization: Completed'],
    ['failed', 'Prompt optimization: Failed'],
    ['canceled', 'Prompt optimization: Cancelled'],
  ])('is an outcome, seen live: %s', async (status, message) => {
    const { showNow } = showCards(inStep(4))
    showNow(ended(status))
    expect(await said()).toEqual([message])
  })

  it('is what becomes of another job that a card has turned to', async () => {
    const { showNow } = showCards(inStep(2, 'a'))
    showNow(inStep(2, 'b'))
    showNow(inStep(3, 'b'))
    expect(await said()).toEqual(['Prompt optimization: Step 3 of 4, Name 3'])
  })

  it('is that a job is refused from now on', async () => {
    const { showNow } = showCards(inStep(2))
    showNow({ ...inStep(2), kind: 'unavailable', error: error('http', 404) } as OptimizationJobState)
    expect(await said()).toEqual(['Prompt optimization: Unavailable'])
  })

  it('is the same thing again, if it happens again', async () => {
    const refused = { ...inStep(2), kind: 'unavailable', error: error('http', 404) } as OptimizationJobState
    const { showNow } = showCards(inStep(2))
    for (let time = 0; time < 2; time++) {
      showNow(refused)
      expect(await said()).toEqual(['Prompt optimization: Unavailable'])
      showNow(inStep(2))
    }
  })

  it('does not stay in the region, where it would be found later', async () => {
    const { showNow } = showCards(inStep(2))
    showNow(inStep(3))
    await advance()
    expect(region()).not.toBeEmptyDOMElement()
    await advance(SPACING_MS)
    expect(region()).toBeEmptyDOMElement()
  })
})

describe('nothing is announced', () => {
  it.each<[string, OptimizationJobState]>([
    ['a job that runs', inStep(2)],
    ['a job that is over', ended('failed')],
    ['a job that is refused', buildJobState(null, { kind: 'unavailable', error: error('http', 404) })],
  ])('when a card appears: %s', async (_, state) => {
    showCards(state)
    expect(await said()).toEqual([])
  })

  it('for time that ticks', async () => {
    showCards(inStep(2))
    expect(await hear(120_000)).toEqual([])
  })

  it.each<[string, Partial<OptimizationJobState>]>([
    ['a retry', { connection: 'retrying', error: error('network'), nextPollAt: NOW + 5_000 }],
    ['a lost network', { connection: 'offline' }],
    ['a hidden page', { connection: 'paused' }],
    ['a job that has stalled', { stalledSince: NOW }],
  ])('for %s', async (_, change) => {
    const { showNow } = showCards(inStep(2))
    showNow({ ...inStep(2), ...change } as OptimizationJobState)
    showNow(inStep(2))
    expect(await said()).toEqual([])
  })

  it('when a card of a job that is over renders again', async () => {
    const { showNow } = showCards(ended('completed'))
    showNow(ended('completed'))
    expect(await said()).toEqual([])
  })

  it('when a card turns to another job', async () => {
    const { showNow } = showCards(inStep(2, 'a'))
    showNow(inStep(3, 'b'))
    showNow(ended('completed', 'c'))
    expect(await said()).toEqual([])
  })

  it('without a provider, where cards work all the same', async () => {
    const { rerender } = render(<JobStatusCard state={inStep(2)} />)
    rerender(<JobStatusCard state={ended('completed')} />)
    await advance()
    expect(screen.getByText('Completed')).toBeVisible()
    expect(screen.queryByRole('status')).toBeNull()
  })
})

describe('the region', () => {
  it('is one for all cards, and there before there is anything to say', () => {
    showCards(inStep(1, 'a'), inStep(1, 'b'), inStep(1, 'c'))
    expect(screen.getAllByRole('status')).toHaveLength(1)
    expect(region()).toBeEmptyDOMElement()
  })

  it('says a thing once, however many cards show the job', async () => {
    const { showNow } = showCards(inStep(2), inStep(2), inStep(2))
    showNow(inStep(3), inStep(3), inStep(2))
    await advance(100)
    showNow(inStep(3), inStep(3), inStep(3))
    expect(region()).toHaveTextContent('Step 3 of 4')
    expect(await said()).toEqual([])
  })

  it('gives each of many messages its time', async () => {
    const names = ['a', 'b', 'c']
    const { showNow } = showCards(...names.map((name) => inStep(1, name)))
    showNow(inStep(2, 'a'), inStep(3, 'b'), inStep(4, 'c'))
    expect(await hear()).toEqual([
      [0, 'Prompt optimization: Step 2 of 4, Name 2'],
      [SPACING_MS, 'Prompt optimization: Step 3 of 4, Name 3'],
      [2 * SPACING_MS, 'Prompt optimization: Step 4 of 4, Name 4'],
    ])
  })

  it('drops what is out of date by the time its turn comes', async () => {
    const { showNow } = showCards(inStep(1, 'a'), inStep(1, 'b'))
    showNow(inStep(2, 'a'), inStep(2, 'b'))
    await advance(100)
    showNow(inStep(2, 'a'), inStep(3, 'b'))
    showNow(inStep(2, 'a'), ended('completed', 'b'))
    expect(await said()).toEqual(['Prompt optimization: Completed'])
  })

  it('leaves no timer behind', async () => {
    const { showNow, unmount } = showCards(inStep(1, 'a'), inStep(1, 'b'))
    showNow(inStep(2, 'a'), inStep(2, 'b'))
    await advance()
    unmount()
    expect(vi.getTimerCount()).toBe(0)
  })
})
