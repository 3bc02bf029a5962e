import type { OptimizationJob } from '../service/job.js'
import { isTerminalPhase } from '../service/phase.js'

/** How a segment of the bar stands. */
export type SegmentState = 'done' | 'current' | 'failed' | 'upcoming'

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
  if (!progress) {
    const segments: SegmentState[] =
      phase === 'completed' ? ['done'] : phase === 'running' ? [] : ['upcoming']
    return { step: null, totalSteps: null, stepName: null, segments, doneSteps: 0 }
  }
  const { step, totalSteps, stepName } = progress
  const isSound = totalSteps >= 1 && totalSteps <= MAX_SEGMENTS && step >= 1 && step <= totalSteps
  const name = stepName.trim() || null
  if (!isSound) {
    const segments: SegmentState[] =
      phase === 'completed' ? ['done'] : phase === 'running' ? [] : ['upcoming']
    return { step, totalSteps: null, stepName: name, segments, doneSteps: 0 }
  }
  const doneSteps = phase === 'completed' ? totalSteps : step - 1
  const current = phase === 'failed' ? 'failed' : isTerminalPhase(phase) ? 'upcoming' : 'current'
  const segments = Array.from({ length: totalSteps }, (_, index): SegmentState => {
    if (index < doneSteps) return 'done'
    return index === step - 1 ? current : 'upcoming'
  })
  return { step, totalSteps, stepName: name, segments, doneSteps }
}
