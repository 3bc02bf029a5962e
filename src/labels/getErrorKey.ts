import type { OptimizationError } from '../core/OptimizationError.js'

/** What went wrong, as far as it makes a difference to the person who reads it. */
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
  | 'busy'
  | 'service-fault'
  | 'refused'

const BY_STATUS: Record<number, ErrorKey> = {
  400: 'bad-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'service-fault',
  429: 'busy',
}

/** Folds an error to what a sentence is chosen by. */
export function getErrorKey({ kind, status = 0 }: OptimizationError): ErrorKey {
  // An error that a server's stream hands over has nothing but a message.
  if (kind !== 'http') return kind ?? 'network'
  return BY_STATUS[status] ?? (status >= 500 ? 'service-fault' : 'refused')
}
