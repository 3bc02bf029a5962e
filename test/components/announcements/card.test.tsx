import { render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { OptimizationError } from '../../../src/api.js'
import { JobStatusCard, type OptimizationJobState } from '../../../src/index.js'
import type { WireJob } from '../../../src/testing.js'
import { buildJobState, createTestApp } from '../../../src/testingReact.js'
import { advance, scriptedFetch } from '../../support/renderJobHook.js'
import { freezeTime, NOW } from '../card/setUp.js'
import { announcedTexts, collectAnnouncements, region, SPACING_MS } from './collectAnnouncements.js'

freezeTime()

const job = (job_id: string, overrides: Partial<WireJob> = {}) => ({ job_id, ...overrides })
const inStep = (step: number, job_id = 'a') =>
  buildJobState(job(job_id, { progress: { step, total_steps: 4, step_name: `Name ${step}` } }))
const ended = (status: string, job_id = 'a') => buildJobState(job(job_id, { status }))
const change = (state: OptimizationJobState, changes: Partial<OptimizationJobState>) =>
  ({ ...state, ...changes }) as OptimizationJobState
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

describe('JobStatusCard announcements', () => {
  it('announce a new step', async () => {
    const { update } = renderCards(inStep(2))
    update(inStep(3))
    expect(await announcedTexts()).toEqual(['Job a: Step 3 of 4, Name 3'])
  })

  it('announce that a queued job started running', async () => {
    const { update } = renderCards(buildJobState(job('a', { status: 'pending', progress: null })))
    update(inStep(1))
    expect(await announcedTexts()).toEqual(['Job a: Running. Step 1 of 4, Name 1'])
  })

  it('announce that a job has stalled', async () => {
    const { update } = renderCards(inStep(2))
    update(change(inStep(2), { stalledSince: NOW - 600_000 }))
    expect(await announcedTexts()).toEqual(['Job a: No progress for 10m'])
  })

  it.each([
    ['completed', 'Job a: Completed'],
    ['failed', 'Job a: Failed'],
    ['canceled', 'Job a: Canceled'],
  ])('announce an outcome that arrives by polling: %s', async (status, message) => {
    const { update } = renderCards(inStep(4))
    update(ended(status))
    expect(await announcedTexts()).toEqual([message])
  })

  it('announce the new job’s steps after `jobId` changes', async () => {
    const { update } = renderCards(inStep(2, 'a'))
    update(inStep(2, 'b'))
    update(inStep(3, 'b'))
    expect(await announcedTexts()).toEqual(['Job b: Step 3 of 4, Name 3'])
  })

  it('announce a non-retryable error', async () => {
    const { update } = renderCards(inStep(2))
    update({ ...inStep(2), kind: 'error', error: error('http', 404) } as OptimizationJobState)
    expect(await announcedTexts()).toEqual(['Job a: Job not found. Check the link.'])
  })

  it('repeat a message when the same change happens twice', async () => {
    const { update } = renderCards(inStep(2))
    for (let time = 0; time < 2; time++) {
      update({ ...inStep(2), kind: 'error', error: error('http', 404) } as OptimizationJobState)
      expect(await announcedTexts()).toEqual(['Job a: Job not found. Check the link.'])
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

describe('JobStatusCard announces interruptions', () => {
  const lost = { connection: 'retrying', error: error('network'), nextPollAt: NOW + 5_000 } as const

  it.each([
    ['a lost connection', lost, 'Can’t reach the service.'],
    [
      'an offline browser',
      { connection: 'offline' } as const,
      'You’re offline. Updates resume when you reconnect.',
    ],
  ])('of %s, and that updates resume', async (_, interruption, message) => {
    const { update } = renderCards(inStep(2))
    update(change(inStep(2), interruption))
    expect(await announcedTexts()).toEqual([message])
    update(inStep(2))
    expect(await announcedTexts()).toEqual(['Updates resumed.'])
  })

  it('once for all cards, until the last one resumes', async () => {
    const { update } = renderCards(inStep(2, 'a'), inStep(2, 'b'))
    update(change(inStep(2, 'a'), lost), change(inStep(2, 'b'), lost))
    expect(await announcedTexts()).toEqual(['Can’t reach the service.'])
    update(inStep(2, 'a'), change(inStep(2, 'b'), lost))
    expect(await announcedTexts()).toEqual([])
    update(inStep(2, 'a'), inStep(2, 'b'))
    expect(await announcedTexts()).toEqual(['Updates resumed.'])
  })

  it('again for the next one, also if the interrupted card has unmounted', async () => {
    const { update } = renderCards(inStep(2, 'a'), inStep(2, 'b'))
    update(inStep(2, 'a'), change(inStep(2, 'b'), lost))
    expect(await announcedTexts()).toEqual(['Can’t reach the service.'])
    update(inStep(2, 'a'))
    update(change(inStep(2, 'a'), lost))
    expect(await announcedTexts()).toEqual(['Can’t reach the service.'])
  })

  it.each<[string, Partial<OptimizationJobState>]>([
    ['a job that can’t be fetched any more', { kind: 'error', error: error('http', 404) }],
    ['a hidden tab', { connection: 'paused' }],
  ])('without an end that is none: %s', async (_, next) => {
    const { update } = renderCards(inStep(2))
    update(change(inStep(2), lost))
    await announcedTexts()
    update(change(inStep(2), next))
    expect(await announcedTexts()).not.toContain('Updates resumed.')
  })

  it('once, if it comes back before its end is announced', async () => {
    const { update } = renderCards(inStep(2))
    update(change(inStep(2), lost))
    await advance(100)
    update(inStep(2))
    await advance(100)
    update(change(inStep(2), lost))
    await advance(100)
    update(inStep(2))
    expect(await announcedTexts()).toEqual(['Updates resumed.'])
  })

  it('not as over while another card is interrupted, also after a pause', async () => {
    const a = change(inStep(2, 'a'), lost)
    const b = change(inStep(2, 'b'), lost)
    const { update } = renderCards(inStep(2, 'a'), inStep(2, 'b'))
    update(a, b)
    await announcedTexts()
    update(change(a, { connection: 'paused' }), change(b, { connection: 'paused' }))
    update(a, b)
    update(inStep(2, 'a'), b)
    expect(await announcedTexts()).toEqual([])
    update(inStep(2, 'a'), inStep(2, 'b'))
    expect(await announcedTexts()).toEqual(['Updates resumed.'])
  })

  it.each<[string, Partial<OptimizationJobState>]>([
    ['could not be fetched any more', { kind: 'error', error: error('http', 400) }],
    ['was paused, as a row off screen', { connection: 'paused' }],
    ['lost its job', { kind: 'idle', job: null } as Partial<OptimizationJobState>],
  ])('also after a card %s during an earlier one', async (_, stuck) => {
    const { update } = renderCards(inStep(2, 'a'), inStep(2, 'b'))
    update(change(inStep(2, 'a'), lost), change(inStep(2, 'b'), lost))
    expect(await announcedTexts()).toEqual(['Can’t reach the service.'])
    const a = change(inStep(2, 'a'), stuck)
    update(a, inStep(2, 'b'))
    expect(await announcedTexts()).toContain('Updates resumed.')
    update(a, change(inStep(2, 'b'), lost))
    expect(await announcedTexts()).toEqual(['Can’t reach the service.'])
    update(a, inStep(2, 'b'))
    expect(await announcedTexts()).toEqual(['Updates resumed.'])
  })

  it('but an error of one job with its title, and an outage besides', async () => {
    const denied = change(inStep(2, 'a'), { ...lost, error: error('http', 404) })
    const { update } = renderCards(inStep(2, 'a'), inStep(2, 'b'))
    update(denied, inStep(2, 'b'))
    expect(await announcedTexts()).toEqual(['Job a: Job not found. Check the link.'])
    update(denied, change(inStep(2, 'b'), lost))
    expect(await announcedTexts()).toEqual(['Can’t reach the service.'])
  })

  it('of two first requests that fail for good', async () => {
    const failed = (status: number) => buildJobState(null, { kind: 'error', error: error('http', status) })
    const loading = buildJobState(null, { kind: 'loading' })
    const { update } = renderCards(loading, loading)
    update(failed(404), failed(403))
    expect(await announcedTexts()).toHaveLength(2)
  })

  it('again after a retry that fails', async () => {
    const failed = () => change(inStep(2), { kind: 'error', error: error('http', 404) })
    const { update } = renderCards(inStep(2))
    update(failed())
    await announcedTexts()
    update(failed())
    expect(await announcedTexts()).toEqual(['Job a: Job not found. Check the link.'])
  })

  it('of a first request that fails for good', async () => {
    const { update } = renderCards(buildJobState(null, { kind: 'loading' }))
    update(buildJobState(null, { kind: 'error', error: error('http', 404) }))
    expect(await announcedTexts()).toEqual(['Prompt optimization: Job not found. Check the link.'])
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

  it('when a card mounts whose job’s error is retried', async () => {
    const { update } = renderCards(inStep(2, 'b'))
    update(inStep(2, 'b'), change(inStep(2), { connection: 'retrying', error: error('http', 404) }))
    expect(await announcedTexts()).toEqual([])
  })

  it('as elapsed time ticks', async () => {
    renderCards(inStep(2))
    expect(await collectAnnouncements(120_000)).toEqual([])
  })

  it('for a hidden tab', async () => {
    const { update } = renderCards(inStep(2))
    update(change(inStep(2), { connection: 'paused' }))
    update(inStep(2))
    expect(await announcedTexts()).toEqual([])
  })

  it('for an interruption that is over at once', async () => {
    const { update } = renderCards(inStep(2))
    update(change(inStep(2), { connection: 'offline' }))
    update(inStep(2))
    expect(await announcedTexts()).toEqual([])
  })

  it('when a card that is interrupted mounts, and when it unmounts', async () => {
    const offline = change(inStep(2), { connection: 'offline' })
    const { update } = renderCards(offline)
    update(offline, inStep(2, 'b'))
    update(inStep(2), inStep(2, 'b'))
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
      [0, 'Job a: Step 2 of 4, Name 2'],
      [SPACING_MS, 'Job b: Step 3 of 4, Name 3'],
      [2 * SPACING_MS, 'Job c: Step 4 of 4, Name 4'],
    ])
  })

  it('drops queued messages that are out of date', async () => {
    const { update } = renderCards(inStep(1, 'a'), inStep(1, 'b'))
    update(inStep(2, 'a'), inStep(2, 'b'))
    await advance(100)
    update(inStep(2, 'a'), inStep(3, 'b'))
    update(inStep(2, 'a'), ended('completed', 'b'))
    expect(await announcedTexts()).toEqual(['Job b: Completed'])
  })

  it('clears its timers on unmount', async () => {
    const { update, unmount } = renderCards(inStep(1, 'a'), inStep(1, 'b'))
    update(inStep(2, 'a'), inStep(2, 'b'))
    await advance()
    unmount()
    expect(vi.getTimerCount()).toBe(0)
  })
})
