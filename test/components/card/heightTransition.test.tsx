import { render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { JobStatus, JobStatusCard, type OptimizationJobState } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { COMPLETED, freezeTime } from './setUp.js'

freezeTime()

const running = buildJobState({})
const completed = buildJobState(COMPLETED)

const animate = vi.fn()
// Jsdom has neither layout nor animations.
let heights: number[] = []
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'animate', { configurable: true, value: animate })
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(() => heights.shift() ?? 0)
  heights = [150, 400]
})
afterEach(() => {
  Reflect.deleteProperty(HTMLElement.prototype, 'animate')
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  animate.mockReset()
})

function stubReducedMotion(isReduced: boolean) {
  const matchMedia = vi.fn((query: string) => ({
    matches: isReduced && /reduced-motion: reduce/.test(query),
  }))
  vi.stubGlobal('matchMedia', matchMedia)
}

function renderStates(first: OptimizationJobState, ...rest: OptimizationJobState[]) {
  const { rerender } = render(<JobStatusCard state={first} />)
  for (const state of rest) rerender(<JobStatusCard state={state} />)
}

describe('the height of JobStatusCard', () => {
  it('is not animated when a card switches to another job, which is over', () => {
    renderStates(running, buildJobState({ ...COMPLETED, job_id: 'another' }))
    expect(animate).not.toHaveBeenCalled()
  })

  it.each<[string, OptimizationJobState, OptimizationJobState]>([
    ['a running job completes', running, completed],
    ['a running job fails', running, buildJobState({ status: 'failed' })],
    [
      'a queued job is canceled',
      buildJobState({ status: 'pending' }),
      buildJobState({ status: 'cancelled' }),
    ],
  ])('grows from the former one to the new one when %s', (_, before, after) => {
    renderStates(before, after, { ...after })
    expect(animate).toHaveBeenCalledExactlyOnceWith(
      { height: ['150px', '400px'] },
      expect.objectContaining({ duration: expect.any(Number) }),
    )
    expect(animate.mock.contexts).toEqual([screen.getByRole('article')])
  })

  it('grows in a composed card, too', () => {
    const card = (state: OptimizationJobState) => (
      <JobStatus.Root state={state} data-testid="card">
        <JobStatus.Header />
      </JobStatus.Root>
    )
    const { rerender } = render(card(running))
    rerender(card(completed))
    expect(animate.mock.contexts).toEqual([screen.getByTestId('card')])
  })

  it.each<[string, OptimizationJobState[]]>([
    ['on mount of a completed job', [completed]],
    ['when a completed job has loaded', [buildJobState(null), completed]],
    ['when a running job has loaded', [buildJobState(null), running]],
    ['when a job starts running', [buildJobState({ status: 'pending' }), running]],
    ['when a completed job rerenders', [completed, { ...completed }]],
  ])('is not animated %s', (_, [first, ...rest]) => {
    renderStates(first as OptimizationJobState, ...rest)
    expect(animate).not.toHaveBeenCalled()
  })

  it('is animated unless the user prefers reduced motion', () => {
    stubReducedMotion(true)
    renderStates(running, completed)
    expect(animate).not.toHaveBeenCalled()
    heights = [150, 400]
    stubReducedMotion(false)
    renderStates(running, completed)
    expect(animate).toHaveBeenCalledTimes(1)
  })

  it('changes at once in a browser without animations', () => {
    Reflect.deleteProperty(HTMLElement.prototype, 'animate')
    renderStates(running, completed)
    expect(screen.getByText('Completed')).toBeVisible()
  })
})
