import type { OptimizationJob } from './job.js'
import { isTerminalPhase, phaseRank } from './phase.js'

/** A step that a job was seen in. Times are milliseconds since the epoch, by this machine's clock. */
export interface JobStep {
  /** Counts from 1. */
  step: number
  /** Untrusted text. */
  name: string
  /** When an answer first said so. */
  firstSeenAt: number
  /** When an answer first said that the job was past it; null while the job is in it. */
  endedAt: number | null
  /** Whether the job was seen before it was in this step. If not, the step had begun before `firstSeenAt`. */
  isStartObserved: boolean
}

/** What is known of a job from all answers so far. Plain data, so that it can be cached, hydrated and persisted. */
export interface JobRecord {
  /** The job, as far as all answers together tell. */
  job: OptimizationJob
  /** The steps seen, in the order in which they were seen. */
  steps: readonly JobStep[]
  /** When something new was last learnt: milliseconds since the epoch, by this machine's clock. */
  changedAt: number
  /** Since when nothing has moved, once that is longer than the limit; null while the job moves. */
  stalledSince: number | null
}

/**
 * Adds an answer to a record. Time on the screen runs one way: an answer from an earlier phase, or an earlier step, is
 * dropped, because answers may come from a replica that lags. An answer with nothing new gives back the same record, so
 * that nothing renders.
 */
export function mergeResponse(
  previous: JobRecord | undefined,
  answer: OptimizationJob,
  { seenAt, stallAfterMs }: { seenAt: number; stallAfterMs: number },
): JobRecord {
  if (!previous) {
    return { job: answer, steps: addStep([], answer, seenAt, false), changedAt: seenAt, stalledSince: null }
  }
  const job = isStale(answer, previous.job)
    ? previous.job
    : { ...answer, progress: answer.progress ?? previous.job.progress }
  if (!isEqual(job, previous.job)) {
    return { job, steps: addStep(previous.steps, job, seenAt, true), changedAt: seenAt, stalledSince: null }
  }
  const isStalled = !isTerminalPhase(job.phase) && seenAt - previous.changedAt >= stallAfterMs
  if (!isStalled || previous.stalledSince !== null) return previous
  return { ...previous, stalledSince: previous.changedAt }
}

/** A plan of another length is a new plan; within one plan, a job goes forward. */
function isStale(answer: OptimizationJob, known: OptimizationJob): boolean {
  const [now, before] = [phaseRank(answer.phase), phaseRank(known.phase)]
  if (now !== before) return now < before
  if (!answer.progress || !known.progress) return false
  return (
    answer.progress.totalSteps === known.progress.totalSteps && answer.progress.step < known.progress.step
  )
}

function addStep(
  steps: readonly JobStep[],
  { phase, progress }: OptimizationJob,
  seenAt: number,
  isStartObserved: boolean,
): readonly JobStep[] {
  const last = steps.at(-1)
  const isOver = isTerminalPhase(phase)
  const isNewStep = progress && !isOver && (last?.step !== progress.step || last.name !== progress.stepName)
  if (!isNewStep && !isOver) return steps
  const ended = steps.map((step) => (step.endedAt === null ? { ...step, endedAt: seenAt } : step))
  if (!isNewStep) return ended
  const { step, stepName: name } = progress
  return [...ended, { step, name, firstSeenAt: seenAt, endedAt: null, isStartObserved }]
}

/** Jobs are plain data whose keys stand in one order, that of the schema. */
function isEqual(a: OptimizationJob, b: OptimizationJob): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
