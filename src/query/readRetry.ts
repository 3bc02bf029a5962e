import { isNonRetryable, type OptimizationError } from '../core/OptimizationError.js'

const MAX_RETRIES = 3
const MAX_RETRY_DELAY_MS = 60_000

/** For reads that are made once: TanStack Query's own retries, unlike those of jobs, may pause in a hidden page. */
export const READ_RETRY = {
  retry: (failureCount: number, error: OptimizationError) =>
    failureCount < MAX_RETRIES && !isNonRetryable(error),
  retryDelay: (failureCount: number, { retryAfterMs = 0 }: OptimizationError) =>
    Math.min(Math.max(1_000 * 2 ** failureCount, retryAfterMs), MAX_RETRY_DELAY_MS),
}
