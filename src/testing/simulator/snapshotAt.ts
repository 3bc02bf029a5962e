import type { JobTimeline } from './resolveTimeline.js'
import type { ScenarioEnding } from './Scenario.js'
import type { WireDataSources, WireProgress } from './wire.js'

export interface JobSnapshot {
  status: string
  /** Null until the job is over. */
  outcome: ScenarioEnding['outcome'] | null
  /** Epoch milliseconds; null until the job is over. */
  completedAt: number | null
  progress: WireProgress | null
  dataSourcesUsed: WireDataSources | null
}

/**
 * Computes a job at `now`. A pure function, so that the clock may jump, even backwards. Times are epoch milliseconds;
 * `cancelledAt` is when cancellation was requested, or null.
 */
export function snapshotAt(
  timeline: JobTimeline,
  createdAt: number,
  cancelledAt: number | null,
  now: number,
): JobSnapshot {
  const stepsStartAt = createdAt + timeline.pendingMs
  const endsAt = timeline.steps
    .slice(0, timeline.endsInStep)
    .reduce((time, step) => time + step.durationMs, stepsStartAt)
  const isCancelled = cancelledAt !== null && cancelledAt < endsAt
  const outcome = isCancelled ? 'cancelled' : timeline.ending.outcome
  const stopsAt = isCancelled ? cancelledAt : endsAt
  const completedAt = outcome === 'cancelled' ? stopsAt + timeline.cancellingMs : stopsAt

  // A job that has stopped keeps its progress.
  const progressAt = Math.min(now, stopsAt)
  const isOver = now >= completedAt
  const step = progressAt < stepsStartAt ? 0 : getStepAt(progressAt - stepsStartAt, timeline)
  const isFirstStepOver = step > 1 || (isOver && outcome === 'completed')
  let status = now < stepsStartAt ? 'pending' : timeline.runningStatus
  if (now >= stopsAt) status = isOver ? outcome : 'cancelling'
  return {
    status,
    outcome: isOver ? outcome : null,
    completedAt: isOver ? completedAt : null,
    progress: timeline.reportsProgress ? toProgress(step, timeline) : null,
    dataSourcesUsed: isFirstStepOver ? timeline.dataSourcesUsed : null,
  }
}

/** The step after the elapsed time, at most the one in which the job ends. */
function getStepAt(elapsedMs: number, { steps, endsInStep }: JobTimeline): number {
  let endsAfterMs = 0
  const index = steps.findIndex((step) => {
    endsAfterMs += step.durationMs
    return elapsedMs < endsAfterMs
  })
  return index === -1 ? endsInStep : Math.min(index + 1, endsInStep)
}

function toProgress(step: number, { steps }: JobTimeline): WireProgress | null {
  const current = steps[step - 1]
  return current ? { step, total_steps: steps.length, step_name: current.name } : null
}
