import type { JobProgress, OptimizationJob } from '../../core/job.js'
import type { CardLabels } from '../../labels/CardLabels.js'
import { formatCount } from '../../labels/format.js'

type SegmentState = 'done' | 'current' | 'failed' | 'stopped' | 'upcoming' | 'indeterminate'

export interface ProgressModel {
  /** The step as reported; null if there is none. */
  step: number | null
  /** Null if unknown or invalid. */
  totalSteps: number | null
  stepName: string | null
  /** One state per step; a single one if the number of steps is unknown. */
  segments: readonly SegmentState[]
}

// More segments would be narrower than the gaps between them.
const MAX_SEGMENTS = 20

const CURRENT_SEGMENT_STATE: Record<OptimizationJob['phase'], SegmentState> = {
  queued: 'upcoming',
  running: 'current',
  completed: 'done',
  failed: 'failed',
  cancelled: 'stopped',
}

/** Derives what to render. The service guarantees neither that the step is within the total nor that the total is positive. */
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

/** `Step 2 of 4`, or `Step 7` if the total is invalid; empty without a step. */
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
