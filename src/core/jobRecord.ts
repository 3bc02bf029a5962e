import { getClockId } from './deviceClock.js'
import { isJobSummary } from './isJobSummary.js'
import type { OptimizationJob } from './job.js'
import { isTerminalPhase, phaseRank } from './phase.js'

/** An observed step of a job. Times are milliseconds since the epoch by this machine's clock. */
export interface JobStep {
  /** Counts from 1. */
  step: number
  /** Untrusted text. */
  name: string
  /** When a response first reported the step. */
  firstObservedAt: number
  /** When a response first reported that the step was over; null while it is current. */
  endedAt: number | null
  /** Whether the job had been observed before this step. If not, the step began before `firstObservedAt`. */
  isStartObserved: boolean
}

// Changes with the shape of a record, which an app may persist and another deployment read.
const RECORD_VERSION = 1

/** The job and its history, merged from all responses. Plain data, so it can be cached, hydrated and persisted. */
export interface JobRecord {
  /** The version of this shape. Cached data with another version, or none, is fetched again. */
  version: typeof RECORD_VERSION
  /** Identifies the clock of the times. The hooks move those of a server or another page, so that they end now. */
  clock: number
  /** The latest job. */
  job: OptimizationJob
  /** The observed steps, in the order of observation. */
  steps: readonly JobStep[]
  /** When a response last changed the job: milliseconds since the epoch by this machine's clock. */
  changedAt: number
  /** When a response last changed this record, likewise. */
  observedAt: number
  /** `changedAt`, once the job counts as stalled; otherwise null. */
  stalledSince: number | null
}

/**
 * Merges a response into the record. A stale response, such as one from a lagging replica, is dropped. A response that
 * changes nothing returns the same record, so that nothing renders, unless the job has just become stalled.
 */
export function mergeResponse(
  previous: JobRecord | undefined,
  response: OptimizationJob,
  { receivedAt, stallAfterMs }: { receivedAt: number; stallAfterMs: number },
): JobRecord {
  const job = previous ? mergeJob(previous.job, response) : response
  if (!previous || !isEqual(job, previous.job)) {
    return {
      version: RECORD_VERSION,
      clock: getClockId(),
      job,
      steps: addStep(previous?.steps ?? [], job, receivedAt, previous !== undefined),
      changedAt: receivedAt,
      observedAt: receivedAt,
      stalledSince: null,
    }
  }
  const isStalled = !isTerminalPhase(job.phase) && receivedAt - previous.changedAt >= stallAfterMs
  if (!isStalled || previous.stalledSince !== null) return previous
  return { ...previous, observedAt: receivedAt, stalledSince: previous.changedAt }
}

/**
 * Returns cached data if it is a record of this version: it may be persisted, hydrated or set by the app. Of a record
 * with another clock, returns a copy that was last observed now: what has passed since is unknown.
 */
export function asJobRecord(data: unknown): JobRecord | undefined {
  const record = data as JobRecord | null | undefined
  if (record?.version !== RECORD_VERSION) return undefined
  const clock = getClockId()
  const known = readRecords.get(record)
  if (known?.clock === clock) return known.result
  const result = isRecord(record) ? (record.clock === clock ? record : moveToNow(record)) : undefined
  readRecords.set(record, { clock, result })
  return result
}

const readRecords = new WeakMap<JobRecord, { clock: number; result: JobRecord | undefined }>()

function isRecord({ job, steps, changedAt, observedAt }: JobRecord): boolean {
  return (
    isJobSummary(job) &&
    [job.changesSummary, job.errorMessage].every((text) => text === null || typeof text === 'string') &&
    (job.progress === null || typeof job.progress?.stepName === 'string') &&
    Number.isFinite(changedAt + observedAt) &&
    Array.isArray(steps) &&
    steps.every((step) => Number.isFinite(step?.firstObservedAt) && typeof step.name === 'string')
  )
}

function moveToNow(record: JobRecord): JobRecord {
  const observedAt = Date.now()
  const distanceMs = observedAt - record.observedAt
  const changedAt = record.changedAt + distanceMs
  const steps = record.steps.map((step) => ({
    ...step,
    firstObservedAt: step.firstObservedAt + distanceMs,
    endedAt: step.endedAt === null ? null : step.endedAt + distanceMs,
    isStartObserved: step.isStartObserved && step.endedAt !== null,
  }))
  const stalledSince = record.stalledSince === null ? null : changedAt
  return { ...record, clock: getClockId(), observedAt, changedAt, steps, stalledSince }
}

function mergeJob(known: OptimizationJob, response: OptimizationJob): OptimizationJob {
  return isStale(response, known) ? known : { ...response, progress: response.progress ?? known.progress }
}

/** Whether the response reports an earlier phase, or an earlier step of the same total. */
function isStale(response: OptimizationJob, known: OptimizationJob): boolean {
  const [rank, knownRank] = [phaseRank(response.phase), phaseRank(known.phase)]
  if (rank !== knownRank) return rank < knownRank
  if (!response.progress || !known.progress) return false
  return (
    response.progress.totalSteps === known.progress.totalSteps && response.progress.step < known.progress.step
  )
}

function addStep(
  steps: readonly JobStep[],
  { phase, progress }: OptimizationJob,
  receivedAt: number,
  isStartObserved: boolean,
): readonly JobStep[] {
  const last = steps.at(-1)
  const isOver = isTerminalPhase(phase)
  const isNewStep = progress && !isOver && (last?.step !== progress.step || last.name !== progress.stepName)
  if (!isNewStep && !isOver) return steps
  const ended = steps.map((step) => (step.endedAt === null ? { ...step, endedAt: receivedAt } : step))
  if (!isNewStep) return ended
  const { step, stepName: name } = progress
  return [...ended, { step, name, firstObservedAt: receivedAt, endedAt: null, isStartObserved }]
}

/** The schema creates every job with its keys in the same order. */
function isEqual(a: OptimizationJob, b: OptimizationJob): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
