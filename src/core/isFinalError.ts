import { isNonRetryable, type OptimizationError } from './OptimizationError.js'

// A little less than the delay after which polls are retried.
const CONFIRM_AFTER_MS = 50_000

/** Since when all responses have been 403 or 404, by the monotonic clock; null after any other outcome. */
export function getDeniedSince(error: OptimizationError | null, deniedSince: number | null): number | null {
  return error?.status === 403 || error?.status === 404 ? (deniedSince ?? performance.now()) : null
}

/**
 * Whether an error ends polling: a non-retryable one, except for a 403 or 404 about what was seen before, for a minute. An
 * ingress that is being deployed responds so, too, and another poll costs little.
 */
export function isFinalError(
  error: OptimizationError | null,
  deniedSince: number | null,
  wasSeen: boolean,
): boolean {
  if (!isNonRetryable(error)) return false
  return !wasSeen || deniedSince === null || performance.now() - deniedSince > CONFIRM_AFTER_MS
}
