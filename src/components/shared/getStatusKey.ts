import { isCancelling } from '../../core/phase.js'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import type { StatusKey } from '../../labels/JobLabels.js'

interface HasStatus {
  kind: OptimizationJobState['kind']
  job: { status: string } | null
}

export function getStatusKey({ kind, job }: HasStatus): StatusKey {
  return (kind === 'running' || kind === 'queued') && job && isCancelling(job.status) ? 'cancelling' : kind
}
