import type { OptimizationError } from '../core/OptimizationError.js'

/** The key of an error label: errors that call for the same action share one. */
export type ErrorKey =
  | 'token'
  | 'network'
  | 'timeout'
  | 'invalid-response'
  | 'invalid-request'
  | 'bad-request'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'server-error'
  | 'rejected'
  | 'unexpected'

const KEY_BY_STATUS: Record<number, ErrorKey> = {
  400: 'bad-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'server-error',
  425: 'server-error',
  429: 'rate-limited',
}

/** Returns the label key of an error. */
export function getErrorKey({ kind, status = 0 }: OptimizationError): ErrorKey {
  // A streamed server error, and any error that a custom client throws, has no kind.
  if (kind !== 'http') return kind ?? 'unexpected'
  return KEY_BY_STATUS[status] ?? (status < 400 || status >= 500 ? 'server-error' : 'rejected')
}
