import { focusManager, onlineManager } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import fc from 'fast-check'
import { useRef } from 'react'
import { expect, vi } from 'vitest'
import { OptimizationError } from '../../src/api.js'
import {
  type OptimizationJob,
  type OptimizationJobState,
  type OptimizationJobSummary,
  useOptimizationJob,
} from '../../src/index.js'
import { buildJob, type WireJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { PROJECT_ID } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

const SECOND = 1_000
const JOB_IDS = ['0b6e7c1e-6a39-4a1b-9d2c-00000000000a', '0b6e7c1e-6a39-4a1b-9d2c-00000000000b'] as const
const TERMINAL_PHASES = ['completed', 'failed', 'cancelled']

/** Fault of a request. With `lag`, a replica responds that is this many positions behind. */
type Fault =
  | { status: number; retryAfter?: string }
  | { lag: number }
  | { delayMs: number }
  | 'reset'
  | 'hang'
  | 'malformed'

/** Step of a generated scenario. */
export type Action =
  | { type: 'advance'; ms: number }
  | { type: 'progress'; job: number; positions: number }
  | { type: 'fault'; fault: Fault; times: number }
  | { type: 'visible' | 'online'; isOn: boolean }
  | { type: 'mount' | 'unmount'; slot: number }
  | { type: 'select'; slot: number; job: number | null }
  | { type: 'refetch'; slot: number }

const anyFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ lag: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ status: fc.constantFrom(302, 400, 401, 403, 404, 408, 425, 429, 500, 503) }),
  fc.record({
    status: fc.constantFrom(429, 503),
    retryAfter: fc.constantFrom('1', '30', '7200', 'soon', '-1'),
  }),
  fc.record({ delayMs: fc.constantFrom(900, 20_000, 40_000) }),
  fc.constantFrom<Fault>('reset', 'hang', 'malformed'),
)

const anySlot = fc.constantFrom(0, 0, 1)
const anyJobNumber = fc.constantFrom(0, 0, 1)

export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('advance' as const),
      ms: fc.constantFrom(0, 1_000, 5_300, 11_000, 31_000, 65_000),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('progress' as const),
      job: anyJobNumber,
      positions: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('fault' as const),
      fault: anyFault,
      times: fc.constantFrom(1, 1, 1, 2, 6),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('visible' as const, 'online' as const),
      isOn: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constantFrom('mount' as const, 'unmount' as const), slot: anySlot }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('select' as const),
      slot: anySlot,
      job: fc.constantFrom(0, 1, null),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('refetch' as const), slot: anySlot }) },
)

/** Timeline of a job on the server: queued responses, one or more runs of steps, and a terminal phase. */
export interface Timeline {
  queued: number
  stepCounts: number[]
  end: string
  endHasProgress: boolean
}

export const anyTimeline: fc.Arbitrary<Timeline> = fc.record({
  queued: fc.nat(2),
  stepCounts: fc.array(fc.constantFrom(1, 2, 4), { maxLength: 2 }),
  end: fc.constantFrom(...TERMINAL_PHASES),
  endHasProgress: fc.boolean(),
})

/** Service responses in the order of the timeline. */
function getResponses({ queued, stepCounts, end, endHasProgress }: Timeline): WireJob[] {
  const steps = stepCounts.flatMap((total_steps) =>
    Array.from({ length: total_steps }, (_, index) => ({
      step: index + 1,
      total_steps,
      step_name: `Step ${index + 1}`,
    })),
  )
  const running = steps.length > 0 ? steps : [null]
  return [
    ...Array.from({ length: queued }, () => buildJob({ status: 'pending', progress: null })),
    ...running.map((progress) => buildJob({ status: 'running', progress })),
    buildJob({ status: end, progress: endHasProgress ? (steps.at(-1) ?? null) : null }),
  ]
}

/** A 403 or 404 is `missing`, which is final unless it is the first about a job that was seen. */
type Outcome = WireJob | 'rejected' | 'missing' | 'failed'

interface JobModel {
  responses: WireJob[]
  position: number
  /** Pending requests that have not been aborted. */
  pending: Set<Request>
  /** Whether the last outcome stops polling. */
  isDone: boolean
  /** Whether a response had the job. */
  wasSeen: boolean
  lastOutcome: Outcome | null
  hasEnded: boolean
  /** Number of `refetch()` calls whose request has not been sent yet. */
  pendingRefetches: number
  finishCalls: number
  providerFinishCalls: number
  /** Whether a mounted component has rendered the transition to a terminal phase. */
  renderedEnd: boolean
  requests: number
  /** Number of events that justify an extra request. */
  reasons: number
  lastRendered: OptimizationJob | null
}

const phaseRank = (phase: string) => (TERMINAL_PHASES.includes(phase) ? 2 : phase === 'running' ? 1 : 0)

/** Runs the actions against the real hook, client and cache, and checks the invariants after each. */
export async function runModel(timelines: readonly Timeline[], actions: readonly Action[]): Promise<void> {
  vi.useFakeTimers({ now: Date.parse('2026-01-15T09:30:00Z') })
  const startedAt = Date.now()
  const jobs: JobModel[] = timelines.map((timeline) => ({
    responses: getResponses(timeline),
    position: 0,
    pending: new Set(),
    isDone: false,
    wasSeen: false,
    lastOutcome: null,
    hasEnded: false,
    pendingRefetches: 0,
    finishCalls: 0,
    providerFinishCalls: 0,
    renderedEnd: false,
    requests: 0,
    reasons: 1,
    lastRendered: null,
  }))
  const faults: Fault[] = []
  let isOnline = true
  let isVisible = true
  /** Counts per job at the time the page was hidden. */
  let countsWhenHidden: { requests: number; reasons: number }[] = []
  const violations: string[] = []
  const invariant = (holds: boolean, text: string) => {
    if (!holds) violations.push(text)
  }

  /** Records the outcome of a request that was not aborted: a job, a non-retryable error, or a retryable one. */
  const recordOutcome = (job: JobModel, outcome: Outcome) => {
    if (typeof outcome === 'object') {
      job.wasSeen = true
      job.hasEnded ||= TERMINAL_PHASES.includes(outcome.status)
    }
    const isFirstMissing = outcome === 'missing' && job.wasSeen && job.lastOutcome !== 'missing'
    job.isDone = job.hasEnded || outcome === 'rejected' || (outcome === 'missing' && !isFirstMissing)
    job.lastOutcome = outcome
  }

  async function fetch(request: Request): Promise<Response> {
    const job = jobs[JOB_IDS.findIndex((id) => request.url.endsWith(id))] as JobModel
    const jobId = request.url.split('/').at(-1) as string
    const refetched = job.pendingRefetches > 0
    if (refetched) job.pendingRefetches--
    invariant(!job.isDone || refetched, 'no request after a terminal phase or a final error')
    invariant(job.pending.size === 0, 'no concurrent requests for a job')
    invariant(isOnline, 'no request while offline')
    job.requests++
    job.pending.add(request)
    const end = () => void job.pending.delete(request)
    const settle = (outcome: Outcome) => {
      if (job.pending.has(request)) recordOutcome(job, outcome)
      end()
    }
    request.signal.addEventListener('abort', () =>
      request.signal.reason instanceof OptimizationError ? settle('failed') : end(),
    )

    const respondFrom = (position: number) => {
      const wire = { ...(job.responses[Math.max(0, position)] as WireJob), job_id: jobId }
      settle(wire)
      return respond(wire)
    }
    const wait = (ms: number) =>
      new Promise<void>((resolve, reject) => {
        setTimeout(resolve, ms)
        request.signal.addEventListener('abort', () => reject(request.signal.reason))
      })
    const handleRequest = async (): Promise<Response> => {
      const fault = faults.shift()
      await wait(50)
      if (fault === undefined) return respondFrom(job.position)
      if (fault === 'reset') throw new TypeError('Failed to fetch')
      if (fault === 'hang') await wait(10_000_000)
      if (fault === 'malformed') return respond({ job_id: 7 })
      if (typeof fault === 'string') throw new Error(fault)
      if ('lag' in fault) return respondFrom(job.position - fault.lag)
      if ('delayMs' in fault) {
        const { position } = job
        await wait(fault.delayMs)
        return respondFrom(position)
      }
      const { status, retryAfter } = fault
      if (status === 403 || status === 404) settle('missing')
      else settle(status === 400 || status === 401 ? 'rejected' : 'failed')
      return respond(
        { message: 'no' },
        { status, headers: retryAfter === undefined ? {} : { 'Retry-After': retryAfter } },
      )
    }
    return handleRequest().finally(() => settle('failed'))
  }

  /** Checks a rendered state against the previous one. */
  const checkRender = (rendered: {
    jobId: string | null
    state: OptimizationJobState
    before: OptimizationJobState | null
  }) => {
    const { state, jobId, before } = rendered
    if (jobId === null)
      return invariant(state.kind === 'idle' && state.job === null, 'the state is idle without a job ID')
    const model = jobs[JOB_IDS.indexOf(jobId as (typeof JOB_IDS)[0])] as JobModel
    const { job, kind, connection } = state
    const previous = model.lastRendered
    invariant(kind !== 'idle', 'the state is not idle with a job ID')
    invariant(!previous || job !== null, 'a rendered job is never lost')
    invariant(job === null || job.jobId === jobId, 'the rendered job has the requested job ID')
    invariant(kind !== 'loading' || job === null, 'not loading once there is a job')
    invariant(
      TERMINAL_PHASES.includes(kind) === (job !== null && TERMINAL_PHASES.includes(job.phase)),
      'the kind is terminal exactly if the phase is',
    )
    if (TERMINAL_PHASES.includes(kind))
      invariant(connection === 'live' && state.error === null, 'a finished job has no error')
    if (['loading', 'queued', 'running'].includes(kind)) {
      const expected = !isOnline ? ['offline'] : !isVisible ? ['paused'] : ['live', 'retrying']
      invariant(expected.includes(connection), 'connection matches network and visibility')
    }
    if (kind === 'error')
      invariant(state.error?.isRetryable === false, 'kind error only after a non-retryable error')
    if (!job) return
    if (previous) {
      invariant(phaseRank(job.phase) >= phaseRank(previous.phase), 'the phase never goes back')
      const isSamePlan = job.progress?.totalSteps === previous.progress?.totalSteps
      invariant(
        !isSamePlan || (job.progress?.step ?? 0) >= (previous.progress?.step ?? 0),
        'the step never goes back',
      )
      invariant(job.progress !== null || previous.progress === null, 'a rendered step is never lost')
      if (before?.job && phaseRank(previous.phase) < 2 && phaseRank(job.phase) === 2) model.renderedEnd = true
    }
    model.lastRendered = job
  }

  const selected: (number | null)[] = [0, 0]
  const mounted = [true, false]
  const states: (OptimizationJobState | null)[] = [null, null]

  function JobProbe({ slot }: { slot: number }) {
    const selectedJob = selected[slot] ?? null
    const jobId = selectedJob === null ? null : (JOB_IDS[selectedJob] as string)
    const finished = useRef(new Set<string>())
    const state = useOptimizationJob({
      projectId: PROJECT_ID,
      jobId,
      onFinish: (job) => {
        findJob(job).finishCalls++
        invariant(!finished.current.has(job.jobId), 'onFinish is called once per job and mount')
        finished.current.add(job.jobId)
        invariant(TERMINAL_PHASES.includes(job.phase), 'onFinish receives a terminal phase')
      },
    })
    checkRender({ jobId, state, before: states[slot] ?? null })
    states[slot] = state
    return null
  }
  const findJob = ({ jobId }: { jobId: string }) =>
    jobs[JOB_IDS.indexOf(jobId as (typeof JOB_IDS)[0])] as JobModel
  const onJobFinish = (job: OptimizationJobSummary) => {
    const model = findJob(job)
    model.providerFinishCalls++
    invariant(model.providerFinishCalls === 1, 'onJobFinish of the provider is called once per job')
  }
  const app = createTestApp({ fetch, onJobFinish })
  const page = () => (
    <>
      {mounted[0] && <JobProbe key={`a${selected[0]}`} slot={0} />}
      {mounted[1] && <JobProbe slot={1} />}
    </>
  )
  const { rerender, unmount } = render(page(), { wrapper: app.wrapper })
  // In slices shorter than the shortest poll delay, so that (almost) every response is rendered.
  const advance = async (ms: number) => {
    for (let left = ms; left >= 0; left -= 2_500) {
      await act(() => vi.advanceTimersByTimeAsync(Math.min(left, 2_500)))
    }
  }
  const rerenderPage = () => act(async () => rerender(page()))
  const forAll = (change: (job: JobModel) => void) => jobs.forEach(change)

  const perform: {
    [Type in Action['type']]: (action: Extract<Action, { type: Type }>) => Promise<unknown> | unknown
  } = {
    advance: ({ ms }) => advance(ms),
    progress({ job, positions }) {
      const model = jobs[job] as JobModel
      model.position = Math.min(model.position + positions, model.responses.length - 1)
    },
    fault: ({ fault, times }) => faults.push(...Array.from({ length: times }, () => fault)),
    visible({ isOn }) {
      if (isOn) forAll((job) => job.reasons++)
      else if (isVisible) countsWhenHidden = jobs.map(({ requests, reasons }) => ({ requests, reasons }))
      isVisible = isOn
      return act(async () => focusManager.setFocused(isOn))
    },
    online({ isOn }) {
      isOnline = isOn
      if (isOn) forAll((job) => job.reasons++)
      return act(async () => onlineManager.setOnline(isOn))
    },
    mount({ slot }) {
      mounted[slot] = true
      forAll((job) => job.reasons++)
      return rerenderPage()
    },
    unmount({ slot }) {
      mounted[slot] = false
      states[slot] = null
      return rerenderPage()
    },
    select({ slot, job }) {
      selected[slot] = job
      states[slot] = null
      forAll((each) => each.reasons++)
      return rerenderPage()
    },
    async refetch({ slot }) {
      const selectedJob = selected[slot] ?? null
      const state = mounted[slot] ? states[slot] : null
      if (!state) return
      if (selectedJob !== null) {
        const job = jobs[selectedJob] as JobModel
        job.pendingRefetches++
        job.reasons++
      }
      void state.refetch().then(
        () => {
          // refetch() can join a pending request.
          if (selectedJob !== null) (jobs[selectedJob] as JobModel).pendingRefetches = 0
        },
        () => invariant(false, 'refetch() never rejects'),
      )
      await advance(0)
    },
  }
  const check = (after: string) => {
    const elapsed = Date.now() - startedAt
    for (const job of jobs) {
      invariant(
        job.requests <= job.reasons + elapsed / 2_565 + 1,
        'requests per job are within the poll rate',
      )
    }
    if (!isVisible) {
      countsWhenHidden.forEach((then, index) => {
        const { requests, reasons } = jobs[index] as JobModel
        invariant(
          requests - then.requests <= reasons - then.reasons,
          'a hidden page sends no request without a reason',
        )
      })
    }
    expect(violations, after).toEqual([])
  }

  try {
    await advance(0)
    for (const [index, action] of actions.entries()) {
      await perform[action.type](action as never)
      check(`after ${index}: ${JSON.stringify(action)}`)
    }

    // Recover and finish the first job: its component must render the end.
    faults.length = 0
    isOnline = true
    isVisible = true
    mounted[0] = true
    selected[0] = 0
    const [first] = jobs as [JobModel]
    first.position = first.responses.length - 1
    forAll((job) => {
      job.reasons += 3
    })
    await act(async () => {
      onlineManager.setOnline(true)
      focusManager.setFocused(true)
    })
    await rerenderPage()
    await advance(65 * SECOND)
    if (states[0]?.kind === 'error') await perform.refetch({ type: 'refetch', slot: 0 })
    // Retry-After is respected for up to an hour.
    await act(() => vi.advanceTimersByTimeAsync(3_700 * SECOND))
    check('after recovery')
    expect(states[0]?.kind, 'the end is reached').toBe(first.responses.at(-1)?.status)
    for (const job of jobs) {
      const leastCalls = job.renderedEnd ? 1 : 0
      expect(job.finishCalls, 'onFinish is called if the end was rendered').toBeGreaterThanOrEqual(leastCalls)
      expect(job.providerFinishCalls, 'so is onJobFinish').toBeGreaterThanOrEqual(leastCalls)
    }

    const requests = first.requests
    await act(() => vi.advanceTimersByTimeAsync(3_700 * SECOND))
    expect(first.requests, 'no request after the end').toBe(requests)
  } finally {
    unmount()
    app.queryClient.clear()
    focusManager.setFocused(undefined)
    onlineManager.setOnline(true)
    vi.useRealTimers()
  }
}
