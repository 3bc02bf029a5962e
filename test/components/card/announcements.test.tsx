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

function renderCards(...states: OptimizationJobState[]) {
  const { wrapper: App } = createTestApp({ fetch: scriptedFetch({}) })
  const cards = (shown: OptimizationJobState[]) => (
    <App>
      {shown.map((state, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: each card keeps its position across rerenders
        <JobStatusCard key={index} state={state} locale="en" />
      ))}
    </App>
  )
  const { rerender, unmount } = render(cards(states))
  return { unmount, update: (...next: OptimizationJobState[]) => rerender(cards(next)) }
}

/** Announcements within `durationMs`, as [time in ms, text]. */
async function collectAnnouncements(durationMs = 10_000) {
  const announced: [number, string][] = []
  let last = region().textContent
  for (let time = 0; time < durationMs; time += 100) {
    await advance(time === 0 ? 0 : 100)
    const { textContent } = region()
    if (textContent && textContent !== last) announced.push([time, textContent])
    last = textContent
  }
  return announced
}
const announcedTexts = async () => (await collectAnnouncements()).map(([, message]) => message)

describe('JobStatusCard announcements', () => {
  it('announce a new step', async () => {
    const { update } = renderCards(inStep(2))
    update(inStep(3))
    expect(await announcedTexts()).toEqual(['Prompt optimization: Step 3 of 4, Name 3'])
  })

  it('announce that a queued job started running', async () => {
    const { update } = renderCards(buildJobState(job('a', { status: 'pending', progress: null })))
    update(inStep(1))
    expect(await announcedTexts()).toEqual(['Prompt optimization: Step 1 of 4, Name 1'])
  })

  it.each([
    ['completed', 'Prompt optimization: Completed'],
    ['failed', 'Prompt optimization: Failed'],
    ['canceled', 'Prompt optimization: Canceled'],
  ])('announce an outcome that arrives by polling: %s', async (status, message) => {
    const { update } = renderCards(inStep(4))
    update(ended(status))
    expect(await announcedTexts()).toEqual([message])
  })

  it('announce the new job’s steps after `jobId` changes', async () => {
    const { update } = renderCards(inStep(2, 'a'))
    update(inStep(2, 'b'))
    update(inStep(3, 'b'))
    expect(await announcedTexts()).toEqual(['Prompt optimization: Step 3 of 4, Name 3'])
  })

  it('announce a non-retryable error', async () => {
    const { update } = renderCards(inStep(2))
    update({ ...inStep(2), kind: 'error', error: error('http', 404) } as OptimizationJobState)
    expect(await announcedTexts()).toEqual(['Prompt optimization: Unavailable'])
  })

  it('repeat a message when the same change happens twice', async () => {
    const errorState = {
      ...inStep(2),
      kind: 'error',
      error: error('http', 404),
    } as OptimizationJobState
    const { update } = renderCards(inStep(2))
    for (let time = 0; time < 2; time++) {
      update(errorState)
      expect(await announcedTexts()).toEqual(['Prompt optimization: Unavailable'])
      update(inStep(2))
    }
  })

  it('clear the live region after each message', async () => {
    const { update } = renderCards(inStep(2))
    update(inStep(3))
    await advance()
    expect(region()).not.toBeEmptyDOMElement()
    await advance(SPACING_MS)
    expect(region()).toBeEmptyDOMElement()
  })
})

describe('JobStatusCard announces nothing', () => {
  it.each<[string, OptimizationJobState]>([
    ['a running job', inStep(2)],
    ['a finished job', ended('failed')],
    ['a non-retryable error', buildJobState(null, { kind: 'error', error: error('http', 404) })],
  ])('on mount: %s', async (_, state) => {
    renderCards(state)
    expect(await announcedTexts()).toEqual([])
  })

  it('as elapsed time ticks', async () => {
    renderCards(inStep(2))
    expect(await collectAnnouncements(120_000)).toEqual([])
  })

  it.each<[string, Partial<OptimizationJobState>]>([
    ['a retry', { connection: 'retrying', error: error('network'), nextPollAt: NOW + 5_000 }],
    ['going offline', { connection: 'offline' }],
    ['a hidden tab', { connection: 'paused' }],
    ['a stalled job', { stalledSince: NOW }],
  ])('for %s', async (_, change) => {
    const { update } = renderCards(inStep(2))
    update({ ...inStep(2), ...change } as OptimizationJobState)
    update(inStep(2))
    expect(await announcedTexts()).toEqual([])
  })

  it('when a finished job rerenders', async () => {
    const { update } = renderCards(ended('completed'))
    update(ended('completed'))
    expect(await announcedTexts()).toEqual([])
  })

  it('when `jobId` changes', async () => {
    const { update } = renderCards(inStep(2, 'a'))
    update(inStep(3, 'b'))
    update(ended('completed', 'c'))
    expect(await announcedTexts()).toEqual([])
  })

  it('without a provider, and still renders the card', async () => {
    const { rerender } = render(<JobStatusCard state={inStep(2)} />)
    rerender(<JobStatusCard state={ended('completed')} />)
    await advance()
    expect(screen.getByText('Completed')).toBeVisible()
    expect(screen.queryByRole('status')).toBeNull()
  })
})

describe('live region', () => {
  it('is shared by all cards and mounts empty', () => {
    renderCards(inStep(1, 'a'), inStep(1, 'b'), inStep(1, 'c'))
    expect(screen.getAllByRole('status')).toHaveLength(1)
    expect(region()).toBeEmptyDOMElement()
  })

  it('is visually hidden without the stylesheet', () => {
    renderCards(inStep(1))
    // Of one pixel: clipped text would still let the page scroll.
    expect(getComputedStyle(region())).toMatchObject({
      position: 'absolute',
      clipPath: 'inset(50%)',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
    })
  })

  it('announces each step once when several cards render the same job', async () => {
    const { update } = renderCards(inStep(2), inStep(2), inStep(2))
    update(inStep(3), inStep(3), inStep(2))
    await advance(100)
    update(inStep(3), inStep(3), inStep(3))
    expect(region()).toHaveTextContent('Step 3 of 4')
    expect(await announcedTexts()).toEqual([])
  })

  it('spaces out queued messages', async () => {
    const names = ['a', 'b', 'c']
    const { update } = renderCards(...names.map((name) => inStep(1, name)))
    update(inStep(2, 'a'), inStep(3, 'b'), inStep(4, 'c'))
    expect(await collectAnnouncements()).toEqual([
      [0, 'Prompt optimization: Step 2 of 4, Name 2'],
      [SPACING_MS, 'Prompt optimization: Step 3 of 4, Name 3'],
      [2 * SPACING_MS, 'Prompt optimization: Step 4 of 4, Name 4'],
    ])
  })

  it('drops queued messages that are out of date', async () => {
    const { update } = renderCards(inStep(1, 'a'), inStep(1, 'b'))
    update(inStep(2, 'a'), inStep(2, 'b'))
    await advance(100)
    update(inStep(2, 'a'), inStep(3, 'b'))
    update(inStep(2, 'a'), ended('completed', 'b'))
    expect(await announcedTexts()).toEqual(['Prompt optimization: Completed'])
  })

  it('clears its timers on unmount', async () => {
    const { update, unmount } = renderCards(inStep(1, 'a'), inStep(1, 'b'))
    update(inStep(2, 'a'), inStep(2, 'b'))
    await advance()
    unmount()
    expect(vi.getTimerCount()).toBe(0)
  })
})
