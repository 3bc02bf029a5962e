import type { OptimizationJobState } from '../hooks/jobState.js'
import type { StatusWord } from '../labels/JobLabels.js'
import { normalizeStatus } from '../service/phase.js'

/** What the word for the status is chosen by. */
export function statusWord({ kind, job }: OptimizationJobState): StatusWord {
  return kind === 'running' && normalizeStatus(job.status) === 'cancelling' ? 'cancelling' : kind
}
