import { formatCount } from '../labels/format.js'
import type { CardLabels } from '../labels/JobLabels.js'
import type { JobProgress, OptimizationJob } from '../service/job.js'

/** How a segment of the bar stands. */
type SegmentState = 'done' | 'current' | 'failed' | 'stopped' | 'upcoming'

/** What the bar shows. */
export interface ProgressView {
  /** The step's number as the service gives it; null if it gives none. */
  step: number | null
  /** Null where it is unknown, or cannot be right. */
  totalSteps: number | null
  stepName: string | null
  /** A state for each segment; empty where the steps are unknown and the bar is indeterminate. */
  segments: readonly SegmentState[]
  /** How many steps are over. */
  doneSteps: number
}

// More segments than this would be narrower than the gaps between them.
const MAX_SEGMENTS = 20

/** Reads a job's progress with the suspicion it needs: nothing keeps the step within the total, or the total above 0. */
export function progressView({ phase, progress }: OptimizationJob): ProgressView {
  const step = progress?.step ?? null
  const stepName = progress?.stepName.trim() || null
  if (!progress || !isSound(progress)) {
    const segments: SegmentState[] = phase === 'running' ? [] : [phase === 'completed' ? 'done' : 'upcoming']
    return { step, totalSteps: null, stepName, segments, doneSteps: 0 }
  }
  const { totalSteps } = progress
  const doneSteps = phase === 'completed' ? totalSteps : progress.step - 1
  const segments = Array.from({ length: totalSteps }, (_, index): SegmentState => {
    if (index < doneSteps) return 'done'
    return index === doneSteps ? STATE_OF_CURRENT[phase] : 'upcoming'
  })
  return { step, totalSteps, stepName, segments, doneSteps }
}

const STATE_OF_CURRENT: Record<OptimizationJob['phase'], SegmentState> = {
  queued: 'upcoming',
  running: 'current',
  completed: 'done',
  failed: 'failed',
  cancelled: 'stopped',
}

function isSound({ step, totalSteps }: JobProgress): boolean {
  return totalSteps >= 1 && totalSteps <= MAX_SEGMENTS && step >= 1 && step <= totalSteps
}

/** `Step 2 of 4`, or `Step 7` where the total cannot be right; null where there is no step. */
export function positionLabel(
  { step, totalSteps }: ProgressView,
  labels: CardLabels,
  locale: string | undefined,
): string | null {
  if (step === null) return null
  const figure = formatCount(step, locale)
  return totalSteps === null
    ? labels.stepNumber(figure)
    : labels.stepOf(figure, formatCount(totalSteps, locale))
}
