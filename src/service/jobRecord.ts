import type { JobProgress, OptimizationJob } from './job.js'
import { isTerminalPhase, type JobPhase } from './phase.js'

/** A step that a job was seen in. */
export interface JobStep {
  /** Counts from 1. */
  step: number
  /** Untrusted text. */
  name: string
  /** When an answer first said so: milliseconds since the epoch, by this machine's clock. */
  firstSeenAt: number
}

/** What is known of a job from all answers so far. Plain data, so that it can be cached, hydrated and persisted. */
export interface JobRecord {
  job: OptimizationJob
  /** The steps seen, in the order in which they were seen. */
  steps: readonly JobStep[]
  /** When an answer last differed from the one before: milliseconds since the epoch, by this machine's clock. */
  changedAt: number
  /** Since when nothing has moved, once that is longer than the limit; null while the job moves. */
  stalledSince: number | null
}

/**
 * Adds an answer to a record. Time on the screen runs one way: an answer from an earlier phase is dropped, and the
 * furthest step stays, because answers may come from a replica that lags. An answer with nothing new gives back the
 * same record, so that nothing renders.
 */
export function recordAnswer(
  previous: JobRecord | undefined,
  answer: OptimizationJob,
  { seenAt, stallAfterMs }: { seenAt: number; stallAfterMs: number },
): JobRecord {
  if (!previous) {
    return { job: answer, steps: addStep([], answer, seenAt), changedAt: seenAt, stalledSince: null }
  }
  if (rankOf(answer.phase) < rankOf(previous.job.phase)) return previous

  const job = { ...answer, progress: furthest(previous.job.progress, answer.progress) }
  if (!isEqual(job, previous.job)) {
    return { job, steps: addStep(previous.steps, job, seenAt), changedAt: seenAt, stalledSince: null }
  }
  const isStalled = !isTerminalPhase(job.phase) && seenAt - previous.changedAt >= stallAfterMs
  if (!isStalled || previous.stalledSince !== null) return previous
  return { ...previous, stalledSince: previous.changedAt }
}

function rankOf(phase: JobPhase): number {
  if (phase === 'queued') return 0
  return phase === 'running' ? 1 : 2
}

/** A plan of another length is a new plan; within one plan, and where the answer says nothing, the furthest step holds. */
function furthest(previous: JobProgress | null, next: JobProgress | null): JobProgress | null {
  if (!next) return previous
  const isBehind = previous && previous.totalSteps === next.totalSteps && next.step < previous.step
  return isBehind ? previous : next
}

function addStep(
  steps: readonly JobStep[],
  { progress }: OptimizationJob,
  seenAt: number,
): readonly JobStep[] {
  const last = steps.at(-1)
  if (!progress || (last?.step === progress.step && last.name === progress.stepName)) return steps
  return [...steps, { step: progress.step, name: progress.stepName, firstSeenAt: seenAt }]
}

/** Jobs are plain data whose keys stand in one order, that of the schema. */
function isEqual(a: OptimizationJob, b: OptimizationJob): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
