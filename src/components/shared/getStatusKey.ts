import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import type { StatusKey } from '../../labels/CardLabels.js'

/** The key of a status label, for a state or a row. */
export function getStatusKey(kind: OptimizationJobState['kind'], isCancelling: boolean): StatusKey {
  return isCancelling ? 'cancelling' : kind
}
