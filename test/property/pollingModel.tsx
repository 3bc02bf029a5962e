import { focusManager, onlineManager } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import fc from 'fast-check'
import { expect, vi } from 'vitest'
import { OptimizationError } from '../../src/api.js'
import { type OptimizationJob, type OptimizationJobState, useOptimizationJob } from '../../src/index.js'
import { buildJob, type WireJob } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { PROJECT_ID } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'

const SECOND = 1_000
const JOB_IDS = ['0b6e7c1e-6a39-4a1b-9d2c-00000000000a', '0b6e7c1e-6a39-4a1b-9d2c-00000000000b'] as const
const END = ['completed', 'failed', 'cancelled']

/** What a request meets. `lag` is answered by a replica that is so many places behind. */
type Fault =
  | { status: number; retryAfter?: string }
  | { lag: number }
  | { delayMs: number }
  | 'reset'
  | 'hang'
  | 'malformed'

/** What happens, one thing after the other. */
export type Action =
  | { type: 'advance'; ms: number }
  | { type: 'progress'; job: number; places: number }
  | { type: 'fault'; fault: Fault; times: number }
  | { type: 'show' | 'online'; isOn: boolean }
  | { type: 'mount' | 'unmount'; place: number }
  | { type: 'choose'; place: number; job: number | null }
  | { type: 'refetch'; place: number }

const anyFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ lag: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ status: fc.constantFrom(400, 401, 403, 404, 408, 429, 500, 503) }),
  fc.record({
    status: fc.constantFrom(429, 503),
    retryAfter: fc.constantFrom('1', '30', '7200', 'soon', '-1'),
  }),
  fc.record({ delayMs: fc.constantFrom(900, 20_000, 40_000) }),
  fc.constantFrom<Fault>('reset', 'hang', 'malformed'),
)

const anyPlace = fc.constantFrom(0, 0, 1)
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
      places: fc.integer({ min: 1, max: 3 }),
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
    arbitrary: fc.record({ type: fc.constantFrom('show' as const, 'online' as const), isOn: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constantFrom('mount' as const, 'unmount' as const), place: anyPlace }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('choose' as const),
      place: anyPlace,
      job: fc.constantFrom(0, 1, null),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('refetch' as const), place: anyPlace }) },
)

/** What a job goes through on the server: a queue, plans of so many steps one after the other, and its end. */
export interface Course {
  queued: number
  totals: number[]
  end: string
  endHasProgress: boolean
}

export const anyCourse: fc.Arbitrary<Course> = fc.record({
  queued: fc.nat(2),
  totals: fc.array(fc.constantFrom(1, 2, 4), { maxLength: 2 }),
  end: fc.constantFrom(...END),
  endHasProgress: fc.boolean(),
})

/** The answers of the service, in the order of the course. */
function answersOf({ queued, totals, end, endHasProgress }: Course): WireJob[] {
  const steps = totals.flatMap((total_steps) =>
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

/** What the model remembers of a job. */
interface Watched {
  answers: WireJob[]
  place: number
  /** Requests that are under way, and that nobody has aborted. */
  live: Set<Request>
  /** Whether the last thing that was learnt of it means that nothing asks again. */
  isOver: boolean
  hasEnded: boolean
  /** How many requests somebody asked for by `refetch()`, beyond those that were made. */
  asked: number
  finished: number
  /** Whether the screen has gone from active to over before somebody's eyes. */
  sawEnd: boolean
  requests: number
  reasons: number
  lastShown: OptimizationJob | null
}

const rankOf = (phase: string) => (END.includes(phase) ? 2 : phase === 'running' ? 1 : 0)

/** Runs the actions against the real hook, client and cache, and checks after each that the promises hold. */
export async function runModel(courses: readonly Course[], actions: readonly Action[]): Promise<void> {
  vi.useFakeTimers({ now: Date.parse('2026-01-15T09:30:00Z') })
  const startedAt = Date.now()
  const jobs: Watched[] = courses.map((course) => ({
    answers: answersOf(course),
    place: 0,
    live: new Set(),
    isOver: false,
    hasEnded: false,
    asked: 0,
    finished: 0,
    sawEnd: false,
    requests: 0,
    reasons: 1,
    lastShown: null,
  }))
  const faults: Fault[] = []
  let isOnline = true
  let isShown = true
  /** How many requests of each job there had been, and reasons for one, when the page was hidden. */
  let atHiding: { requests: number; reasons: number }[] = []
  const broken: string[] = []
  const promise = (holds: boolean, text: string) => {
    if (!holds) broken.push(text)
  }

  /** Learns from what came of a request that somebody still waited for: a job, a refusal for good, or a failure that passes. */
  const learn = (job: Watched, outcome: WireJob | 'refused' | 'failed') => {
    if (typeof outcome === 'object' && END.includes(outcome.status)) job.hasEnded = true
    job.isOver = job.hasEnded || outcome === 'refused'
  }

  async function fetch(request: Request): Promise<Response> {
    const job = jobs[JOB_IDS.findIndex((id) => request.url.endsWith(id))] as Watched
    const jobId = request.url.split('/').at(-1) as string
    const refetched = job.asked > 0
    if (refetched) job.asked--
    promise(!job.isOver || refetched, 'nothing asks for a job that is over, or refused')
    promise(job.live.size === 0, 'a job is never asked for twice at once')
    promise(isOnline, 'nothing asks while there is no network')
    job.requests++
    job.live.add(request)
    const end = () => void job.live.delete(request)
    const hearOf = (outcome: WireJob | 'refused' | 'failed') => {
      if (job.live.has(request)) learn(job, outcome)
      end()
    }
    request.signal.addEventListener('abort', () =>
      request.signal.reason instanceof OptimizationError ? hearOf('failed') : end(),
    )

    const answerFrom = (place: number) => {
      const wire = { ...(job.answers[Math.max(0, place)] as WireJob), job_id: jobId }
      hearOf(wire)
      return respond(wire)
    }
    const wait = (ms: number) =>
      new Promise<void>((resolve, reject) => {
        setTimeout(resolve, ms)
        request.signal.addEventListener('abort', () => reject(request.signal.reason))
      })
    const answer = async (): Promise<Response> => {
      const fault = faults.shift()
      // An answer takes its time.
      await wait(50)
      if (fault === undefined) return answerFrom(job.place)
      if (fault === 'reset') throw new TypeError('Failed to fetch')
      if (fault === 'hang') await wait(10_000_000)
      if (fault === 'malformed') return respond({ job_id: 7 })
      if (typeof fault === 'string') throw new Error(fault)
      if ('lag' in fault) return answerFrom(job.place - fault.lag)
      if ('delayMs' in fault) {
        const { place } = job
        await wait(fault.delayMs)
        return answerFrom(place)
      }
      const { status, retryAfter } = fault
      hearOf(status < 500 && status !== 408 && status !== 429 ? 'refused' : 'failed')
      return respond(
        { message: 'no' },
        { status, headers: retryAfter === undefined ? {} : { 'Retry-After': retryAfter } },
      )
    }
    return answer().finally(() => hearOf('failed'))
  }

  /** Checks what a component has rendered against what was rendered before. */
  const look = (shown: {
    jobId: string | null
    state: OptimizationJobState
    before: OptimizationJobState | null
  }) => {
    const { state, jobId, before } = shown
    if (jobId === null)
      return promise(state.kind === 'idle' && state.job === null, 'without an id it is idle')
    const watched = jobs[JOB_IDS.indexOf(jobId as (typeof JOB_IDS)[0])] as Watched
    const { job, kind, connection } = state
    const previous = watched.lastShown
    promise(kind !== 'idle', 'with an id it is not idle')
    promise(!previous || job !== null, 'a job that was shown is never lost')
    promise(job === null || job.jobId === jobId, 'the job that is shown is the one that was asked for')
    promise(kind !== 'loading' || job === null, 'nothing is loading once the job is there')
    promise(END.includes(kind) === (job !== null && END.includes(job.phase)), 'an end is shown as an end')
    if (END.includes(kind))
      promise(connection === 'live' && state.error === null, 'what is over has no trouble')
    if (['loading', 'queued', 'running'].includes(kind)) {
      const expected = !isOnline ? ['offline'] : !isShown ? ['paused'] : ['live', 'retrying']
      promise(expected.includes(connection), 'how the watching goes is shown')
    }
    if (kind === 'unavailable') promise(state.error?.isRetryable === false, 'only a refusal is final')
    if (!job) return
    if (previous) {
      promise(rankOf(job.phase) >= rankOf(previous.phase), 'the phase never goes back')
      const isSamePlan = job.progress?.totalSteps === previous.progress?.totalSteps
      promise(
        !isSamePlan || (job.progress?.step ?? 0) >= (previous.progress?.step ?? 0),
        'the step never goes back',
      )
      promise(job.progress !== null || previous.progress === null, 'a step that was shown is never lost')
      if (before?.job && rankOf(previous.phase) < 2 && rankOf(job.phase) === 2) watched.sawEnd = true
    }
    watched.lastShown = job
  }

  const chosen: (number | null)[] = [0, 0]
  const mounted = [true, false]
  const states: (OptimizationJobState | null)[] = [null, null]

  function Watcher({ place }: { place: number }) {
    const choice = chosen[place] ?? null
    const jobId = choice === null ? null : (JOB_IDS[choice] as string)
    const state = useOptimizationJob({
      projectId: PROJECT_ID,
      jobId,
      onFinish: (job) => {
        const watched = jobs[JOB_IDS.indexOf(job.jobId as (typeof JOB_IDS)[0])] as Watched
        watched.finished++
        promise(watched.finished === 1, 'an end is told once')
        promise(END.includes(job.phase), 'what is told as the end is one')
      },
    })
    look({ jobId, state, before: states[place] ?? null })
    states[place] = state
    return null
  }
  const app = createTestApp({ fetch })
  const page = () => (
    <>
      {mounted[0] && <Watcher key={`a${chosen[0]}`} place={0} />}
      {mounted[1] && <Watcher place={1} />}
    </>
  )
  const { rerender, unmount } = render(page(), { wrapper: app.wrapper })
  // Slices shorter than the shortest wait, so that hardly an answer goes by between two looks.
  const advance = async (ms: number) => {
    for (let left = ms; left >= 0; left -= 2_500) {
      await act(() => vi.advanceTimersByTimeAsync(Math.min(left, 2_500)))
    }
  }
  const draw = () => act(async () => rerender(page()))
  const forAll = (change: (job: Watched) => void) => jobs.forEach(change)

  const perform: {
    [Type in Action['type']]: (action: Extract<Action, { type: Type }>) => Promise<unknown> | unknown
  } = {
    advance: ({ ms }) => advance(ms),
    progress({ job, places }) {
      const watched = jobs[job] as Watched
      watched.place = Math.min(watched.place + places, watched.answers.length - 1)
    },
    fault: ({ fault, times }) => faults.push(...Array.from({ length: times }, () => fault)),
    show({ isOn }) {
      if (isOn) forAll((job) => job.reasons++)
      else if (isShown) atHiding = jobs.map(({ requests, reasons }) => ({ requests, reasons }))
      isShown = isOn
      return act(async () => focusManager.setFocused(isOn))
    },
    online({ isOn }) {
      isOnline = isOn
      if (isOn) forAll((job) => job.reasons++)
      return act(async () => onlineManager.setOnline(isOn))
    },
    mount({ place }) {
      mounted[place] = true
      forAll((job) => job.reasons++)
      return draw()
    },
    unmount({ place }) {
      mounted[place] = false
      states[place] = null
      return draw()
    },
    choose({ place, job }) {
      chosen[place] = job
      states[place] = null
      forAll((each) => each.reasons++)
      return draw()
    },
    async refetch({ place }) {
      const choice = chosen[place] ?? null
      const state = mounted[place] ? states[place] : null
      if (!state) return
      if (choice !== null) {
        const job = jobs[choice] as Watched
        job.asked++
        job.reasons++
      }
      void state.refetch().then(
        () => {
          // It may have joined a request that was under way.
          if (choice !== null) (jobs[choice] as Watched).asked = 0
        },
        () => promise(false, 'refetch() never rejects'),
      )
      await advance(0)
    },
  }
  const check = (after: string) => {
    const elapsed = Date.now() - startedAt
    for (const job of jobs) {
      promise(job.requests <= job.reasons + elapsed / 2_565 + 1, 'no job is asked for too often')
    }
    if (!isShown) {
      atHiding.forEach((then, index) => {
        const { requests, reasons } = jobs[index] as Watched
        promise(
          requests - then.requests <= reasons - then.reasons,
          'a hidden page asks only where somebody does',
        )
      })
    }
    expect(broken, after).toEqual([])
  }

  try {
    await advance(0)
    for (const [index, action] of actions.entries()) {
      await perform[action.type](action as never)
      check(`after ${index}: ${JSON.stringify(action)}`)
    }

    // All is well again, and the job comes to its end: whoever watches sees it.
    faults.length = 0
    isOnline = true
    isShown = true
    mounted[0] = true
    chosen[0] = 0
    const [first] = jobs as [Watched]
    first.place = first.answers.length - 1
    forAll((job) => {
      job.reasons += 3
    })
    await act(async () => {
      onlineManager.setOnline(true)
      focusManager.setFocused(true)
    })
    await draw()
    await advance(65 * SECOND)
    if (states[0]?.kind === 'unavailable') await perform.refetch({ type: 'refetch', place: 0 })
    // `Retry-After` is heeded for up to an hour. In one go, because nothing is to be seen on the way.
    await act(() => vi.advanceTimersByTimeAsync(3_700 * SECOND))
    check('once all is well again')
    expect(states[0]?.kind, 'the end is reached').toBe(first.answers.at(-1)?.status)
    for (const job of jobs)
      expect(job.finished, 'who saw the end was told').toBeGreaterThanOrEqual(job.sawEnd ? 1 : 0)

    const requests = first.requests
    await act(() => vi.advanceTimersByTimeAsync(3_700 * SECOND))
    expect(first.requests, 'nothing is sent once it is over').toBe(requests)
  } finally {
    unmount()
    app.queryClient.clear()
    focusManager.setFocused(undefined)
    onlineManager.setOnline(true)
    vi.useRealTimers()
  }
}
