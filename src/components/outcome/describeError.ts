import type { OptimizationError } from '../../core/OptimizationError.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

/** The labels of the card speak of a job where it is the job that can't be read. */
export function describeError(
  error: OptimizationError,
  notFound: string,
  labels: CardAndOutcomeLabels,
): string {
  const key = getErrorKey(error)
  if (key === 'not-found') return notFound
  return key === 'forbidden' ? labels.outcomeForbidden : labels.error(key)
}
