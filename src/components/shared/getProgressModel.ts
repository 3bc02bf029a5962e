import type { JobProgress, OptimizationJob } from '../../core/job.js'
import { formatCount } from '../../labels/format.js'
import type { CardLabels } from '../../labels/JobLabels.js'

/** How a segment of the bar stands. */
type SegmentState = 'done' | 'current' | 'failed' | 'stopped' | 'upcoming' | 'indeterminate'

/** What the bar shows. */
export interface ProgressModel {
  /** The step's number as the service gives it; null if it gives none. */
  step: number | null
  /** Null where it is unknown, or cannot be right. */
  totalSteps: number | null
  stepName: string | null
  /** A state for each step; a single one where the steps are unknown. */
  segments: readonly SegmentState[]
}

// More segments than this would be narrower than the gaps between them.
const MAX_SEGMENTS = 20

const CURRENT_SEGMENT_STATE: Record<OptimizationJob['phase'], SegmentState> = {
  queued: 'upcoming',
  running: 'current',
  completed: 'done',
  failed: 'failed',
  cancelled: 'stopped',
}

/** Reads a job's progress with the suspicion it needs: nothing keeps the step within the total, or the total above 0. */
export function getProgressModel({ phase, progress }: OptimizationJob): ProgressModel {
  const step = progress?.step ?? null
  const stepName = progress?.stepName.trim() || null
  if (!progress || !isValidProgress(progress)) {
    const state = phase === 'running' ? 'indeterminate' : phase === 'completed' ? 'done' : 'upcoming'
    return { step, totalSteps: null, stepName, segments: [state] }
  }
  const { totalSteps } = progress
  const segments = Array.from({ length: totalSteps }, (_, index): SegmentState => {
    if (phase === 'completed' || index < progress.step - 1) return 'done'
    return index < progress.step ? CURRENT_SEGMENT_STATE[phase] : 'upcoming'
  })
  return { step, totalSteps, stepName, segments }
}

function isValidProgress({ step, totalSteps }: JobProgress): boolean {
  return step >= 1 && step <= totalSteps && totalSteps <= MAX_SEGMENTS
}

/** `Step 2 of 4`, or `Step 7` where the total cannot be right; empty where there is no step. */
export function formatStepLabel(
  { step, totalSteps }: ProgressModel,
  labels: CardLabels,
  locale: string | undefined,
): string {
  if (step === null) return ''
  const figure = formatCount(step, locale)
  return totalSteps === null
    ? labels.stepNumber(figure)
    : labels.stepOf(figure, formatCount(totalSteps, locale))
}
