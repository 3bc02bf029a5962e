import { isNonRetryable, type OptimizationError } from './OptimizationError.js'

/**
 * Whether an error ends polling: a non-retryable one, except for the first 403 or 404 about what was seen before. An
 * ingress that is being deployed answers so, too, and one more look costs little.
 */
export function isFinalError(
  error: OptimizationError | null,
  previousError: OptimizationError | null,
  wasSeen: boolean,
): boolean {
  return isNonRetryable(error) && !(wasSeen && isMissing(error) && !isMissing(previousError))
}

function isMissing(error: OptimizationError | null): boolean {
  return error?.status === 403 || error?.status === 404
}
