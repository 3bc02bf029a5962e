import { OptimizationError, type OptimizationErrorDetails } from './OptimizationError.js'
import type { StandardSchemaV1 } from './StandardSchemaV1.js'

export interface RequestSpec<T> {
  method: 'GET' | 'POST'
  url: string
  body?: Record<string, unknown>
  /** Validates the response body. Without a schema, any 2xx succeeds and its body is ignored. */
  schema?: StandardSchemaV1<unknown, T>
  /** Whether to resend with a fresh token after a 401. False for requests that start something. */
  retryOn401: boolean
  signal: AbortSignal | undefined
}

/** Creates an error whose message begins with the method and the URL. */
export function createError(
  { method, url }: RequestSpec<unknown>,
  message: string,
  details: OptimizationErrorDetails,
): OptimizationError {
  return new OptimizationError(`${method} ${url}: ${message}`, { ...details, method, url })
}
