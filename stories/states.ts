import type { JobLinks, JobStep } from 'react-prompt-optimization'
import { OptimizationError } from 'react-prompt-optimization/api'
import type { WireJob } from 'react-prompt-optimization/testing'
import { buildJobState } from 'react-prompt-optimization/testing/react'
import { ago, NOW_MS } from './clock.js'

export const links: JobLinks = {
  testRun: (id) => `#/test-runs/${id}`,
  comparison: (id) => `#/comparisons/${id}`,
  optimizedVersion: (id) => `#/prompt-versions/${id}`,
}

/** A state of a job that was created before {@link NOW_MS}, and not before the real time. */
export const buildState: typeof buildJobState = (wire, overrides) =>
  buildJobState(wire && { created_at: ago({ minutes: 3, seconds: 12 }), ...wire }, overrides)

const SUMMARY = `Made the refund policy explicit and moved it ahead of the examples.

- Declines order lookups without an email
- Shortened the tone section from 14 lines to 5`

/** Consecutive steps with their durations in seconds; null marks the current step. */
function buildSteps(startedAt: string, ...durations: [name: string, seconds: number | null][]): JobStep[] {
  let firstObservedAt = Date.parse(startedAt)
  return durations.map(([name, seconds], index) => {
    const endedAt = seconds === null ? null : firstObservedAt + seconds * 1000
    const step = { step: index + 1, name, firstObservedAt, endedAt, isStartObserved: true }
    firstObservedAt = endedAt ?? firstObservedAt
    return step
  })
}

const steps = buildSteps('2026-01-15T09:30:00Z', ['Analyzing examples', 48], ['Optimizing prompt', null])

const lastStep: Partial<WireJob> = {
  created_at: ago({ minutes: 7, seconds: 3 }),
  progress: { step: 4, total_steps: 4, step_name: 'Running optimized test' },
}

/** A completed job in the wire format, with every optional field. */
export const completedJob: Partial<WireJob> = {
  status: 'completed',
  created_at: ago({ hours: 2, minutes: 13 }),
  completed_at: ago({ hours: 2, minutes: 3, seconds: 12 }),
  optimized_version_id: '8d1f6b0a-3c2e-4d59-a7f4-1b2c3d4e5f60',
  test_run_id: '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
  comparison_id: '9f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a',
  changes_summary: SUMMARY,
  progress: { step: 4, total_steps: 4, step_name: 'Running optimized test' },
}

const failedJob: Partial<WireJob> = {
  status: 'failed',
  created_at: ago({ hours: 2, minutes: 9, seconds: 2 }),
  completed_at: ago({ hours: 2, minutes: 5 }),
  error_message: 'Dataset 8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684 has no example with a label of "tone".',
  data_sources_used: { human_labels_count: 0, customer_feedback_count: 45 },
  progress: { step: 3, total_steps: 4, step_name: 'Running baseline test' },
}

const LONG_ERROR = `Traceback (most recent call last):
  File "/srv/optimizer/run.py", line 214, in evaluate_candidate
    scores = await judge.score(candidate, examples, criteria=criteria)
  File "/srv/optimizer/judge.py", line 88, in score
    raise JudgeError(f"no verdict for {example.id}")
optimizer.errors.JudgeError: no verdict for https://data.example.com/projects/3c90c3cc-0d44-4b50-8888-8dd25736052a/datasets/8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684/examples/00000000000000000000000000000000000000000042
The judge model returned an empty message four times in a row.`

export const pending = {
  idle: buildState(null, { kind: 'idle' }),
  loading: buildState(null),
  queued: buildState({
    status: 'pending',
    created_at: ago({ seconds: 12 }),
    progress: null,
    data_sources_used: null,
  }),
}

export const running = {
  withSteps: buildState({}, { steps }),
  lastStep: buildState(lastStep),
  observedLate: buildState(lastStep, {
    steps: [
      {
        step: 4,
        name: 'Running optimized test',
        firstObservedAt: NOW_MS - 31_000,
        endedAt: null,
        isStartObserved: false,
      },
    ],
  }),
  withoutProgress: buildState({ progress: null }),
  unknownStatus: buildState({ status: 'warming_up' }),
  stepOutOfRange: buildState({ progress: { step: 7, total_steps: 4, step_name: 'Polishing' } }),
  zeroTotal: buildState({ progress: { step: 1, total_steps: 0, step_name: 'Optimizing prompt' } }),
  manySteps: buildState({ progress: { step: 9, total_steps: 16, step_name: 'Running optimized test' } }),
  longStepName: buildState({
    progress: {
      step: 2,
      total_steps: 4,
      step_name: 'Comparing_candidate_prompts_against_every_labeled_example_in_the_dataset, second round',
    },
  }),
  stalled: buildState(
    { created_at: ago({ minutes: 18 }) },
    { steps, stalledSince: NOW_MS - 14 * 60_000, lastUpdatedAt: NOW_MS - 4_000, nextPollAt: NOW_MS + 6_000 },
  ),
  canceling: buildState({ status: 'cancelling' }, { steps }),
  clockBehind: buildState({ created_at: ago({ minutes: -15 }) }, { steps }),
}

const GET_JOB = 'GET /api/v2/projects/…/prompt-optimization-jobs/…'

export const connectionStates = {
  retrying: buildState(lastStep, {
    connection: 'retrying',
    error: new OptimizationError(`${GET_JOB}: the service could not be reached`, { kind: 'network' }),
    lastUpdatedAt: NOW_MS - 12_000,
    nextPollAt: NOW_MS + 8_000,
  }),
  rateLimited: buildState(lastStep, {
    connection: 'retrying',
    error: new OptimizationError(`${GET_JOB}: the service responded with 429`, {
      kind: 'http',
      status: 429,
      serviceMessage: 'Too many requests',
      retryAfterMs: 45_000,
    }),
    lastUpdatedAt: NOW_MS - 3_000,
    nextPollAt: NOW_MS + 42_000,
  }),
  notFoundOnce: buildState(lastStep, {
    connection: 'retrying',
    error: new OptimizationError(`${GET_JOB}: the service responded with 404`, { kind: 'http', status: 404 }),
    lastUpdatedAt: NOW_MS - 5_000,
    nextPollAt: NOW_MS + 58_000,
  }),
  noResponseYet: buildState(null, {
    connection: 'retrying',
    error: new OptimizationError(`${GET_JOB}: the service responded with 503`, { kind: 'http', status: 503 }),
    nextPollAt: NOW_MS + 19_000,
  }),
  offline: buildState(lastStep, { connection: 'offline', lastUpdatedAt: NOW_MS - 90_000 }),
  paused: buildState(lastStep, { connection: 'paused', lastUpdatedAt: NOW_MS - 90_000 }),
}

export const completed = {
  withAllResults: buildState(completedJob, {
    steps: buildSteps(
      ago({ hours: 2, minutes: 13 }),
      ['Analyzing examples', 48],
      ['Optimizing prompt', 144],
      ['Running baseline test', 191],
      ['Running optimized test', 205],
    ),
  }),
  withoutTestRun: buildState({
    ...completedJob,
    run_test_after_optimization: false,
    test_run_id: null,
    comparison_id: null,
    progress: { step: 1, total_steps: 1, step_name: 'Optimizing prompt' },
  }),
  withoutSummary: buildState({ ...completedJob, changes_summary: null }),
  missingTestRun: buildState({ ...completedJob, test_run_id: null, comparison_id: null }),
}

export const failedOrCanceled = {
  failed: buildState(failedJob, {
    steps: buildSteps(
      ago({ hours: 2, minutes: 9, seconds: 2 }),
      ['Analyzing examples', 48],
      ['Optimizing prompt', 144],
      ['Running baseline test', 50],
    ),
  }),
  longErrorMessage: buildState({ ...failedJob, error_message: LONG_ERROR }),
  noErrorMessage: buildState({ ...failedJob, error_message: null }),
  canceled: buildState({
    status: 'cancelled',
    created_at: ago({ hours: 1, minutes: 6, seconds: 30 }),
    completed_at: ago({ hours: 1, minutes: 5 }),
  }),
  canceledWhileQueued: buildState({
    status: 'stopped',
    created_at: ago({ minutes: 20, seconds: 8 }),
    completed_at: ago({ minutes: 20 }),
    progress: null,
    data_sources_used: null,
  }),
}

function buildUnavailable(status: number, serviceMessage?: string, wire: Partial<WireJob> | null = null) {
  const error = new OptimizationError(`${GET_JOB}: the service responded with ${status}`, {
    kind: 'http',
    status,
    serviceMessage,
  })
  return buildState(wire, { kind: 'error', error })
}

export const errorStates = {
  badRequest: buildUnavailable(400, 'job_id must be a UUID'),
  unauthorized: buildUnavailable(401, 'Invalid or missing API key'),
  forbidden: buildUnavailable(403),
  notFound: buildUnavailable(404, 'Prompt optimization job not found'),
  staleData: buildUnavailable(401, 'Invalid or missing API key', {}),
  offline: { ...buildUnavailable(404), connection: 'offline' as const },
}
