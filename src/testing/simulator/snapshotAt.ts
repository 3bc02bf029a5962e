import type { JobPlan } from './resolveTimeline.js'
import type { ScenarioEnding } from './Scenario.js'
import type { WireDataSources, WireProgress } from './wire.js'

/** Where a job stands at one moment. */
export interface JobMoment {
  status: string
  /** Null while the job is not over. */
  outcome: ScenarioEnding['outcome'] | null
  /** Epoch milliseconds; null while the job is not over. */
  completedAt: number | null
  progress: WireProgress | null
  dataSourcesUsed: WireDataSources | null
}

/**
 * Where a job stands at `now`. It depends on nothing but its arguments, so a clock may jump, and even go back. All
 * times are epoch milliseconds; `cancelledAt` is when somebody asked the service to cancel the job, or null.
 */
export function momentAt(
  plan: JobPlan,
  createdAt: number,
  cancelledAt: number | null,
  now: number,
): JobMoment {
  const stepsFrom = createdAt + plan.pendingMs
  const endsAt = plan.steps
    .slice(0, plan.endsInStep)
    .reduce((time, step) => time + step.durationMs, stepsFrom)
  const isCancelled = cancelledAt !== null && cancelledAt < endsAt
  const outcome = isCancelled ? 'cancelled' : plan.ending.outcome
  const stopsAt = isCancelled ? cancelledAt : endsAt
  const completedAt = outcome === 'cancelled' ? stopsAt + plan.cancellingMs : stopsAt

  // A job that stops keeps the progress that it had.
  const seenAt = Math.min(now, stopsAt)
  const isOver = now >= completedAt
  const step = seenAt < stepsFrom ? 0 : stepAfter(seenAt - stepsFrom, plan)
  const isFirstStepOver = step > 1 || (isOver && outcome === 'completed')
  let status = now < stepsFrom ? 'pending' : plan.runningStatus
  if (now >= stopsAt) status = isOver ? outcome : 'cancelling'
  return {
    status,
    outcome: isOver ? outcome : null,
    completedAt: isOver ? completedAt : null,
    progress: plan.reportsProgress ? progressIn(step, plan) : null,
    dataSourcesUsed: isFirstStepOver ? plan.dataSourcesUsed : null,
  }
}

/** The step that a job is in after this time in its steps; the one it ends in once that is over. */
function stepAfter(elapsedMs: number, { steps, endsInStep }: JobPlan): number {
  let endsAfterMs = 0
  const index = steps.findIndex((step) => {
    endsAfterMs += step.durationMs
    return elapsedMs < endsAfterMs
  })
  return index === -1 ? endsInStep : Math.min(index + 1, endsInStep)
}

function progressIn(step: number, { steps }: JobPlan): WireProgress | null {
  const current = steps[step - 1]
  return current ? { step, total_steps: steps.length, step_name: current.name } : null
}
