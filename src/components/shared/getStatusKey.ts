import { isCancelling } from '../../core/phase.js'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import type { StatusWord } from '../../labels/JobLabels.js'

/** A state, or a row that stands for one. */
interface StatusHolder {
  kind: OptimizationJobState['kind']
  job: { status: string } | null
}

/** What the word for the status is chosen by. */
export function statusWord({ kind, job }: StatusHolder): StatusWord {
  return (kind === 'running' || kind === 'queued') && job && isCancelling(job.status) ? 'cancelling' : kind
}
