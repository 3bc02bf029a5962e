import { isCancelling } from '../../core/phase.js'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import type { StatusKey } from '../../labels/JobLabels.js'

/** A state, or a row that stands for one. */
interface HasStatus {
  kind: OptimizationJobState['kind']
  job: { status: string } | null
}

/** What the word for the status is chosen by. */
export function getStatusKey({ kind, job }: HasStatus): StatusKey {
  return (kind === 'running' || kind === 'queued') && job && isCancelling(job.status) ? 'cancelling' : kind
}
