import type { OptimizationError } from './OptimizationError.js'

/** Whether a request that changes something certainly did not: without a readable response, it may have. */
export function isCertainError({ kind, status, isRetryable }: OptimizationError): boolean {
  return kind !== undefined && (!isRetryable || status === 429 || kind === 'token')
}
