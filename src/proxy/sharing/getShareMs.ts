import { parseJsonObject } from '../../http/parseJson.js'
import type { ProxyCall } from '../ProxyHandlerOptions.js'
import type { ClientResponse } from '../responses.js'

/** For what no longer changes. */
export const LASTING_MS = 60_000
/** For what may exist a moment later. */
const MAX_NOT_FOUND_MS = 1_000
/** The cap of the package's client. */
const MAX_RETRY_AFTER_MS = 3_600_000

/** The statuses that the service's official client waits for. Another spelling is only shared for less long. */
const FINAL_STATUSES: readonly unknown[] = ['completed', 'failed', 'cancelled']

/** How long a response of the service may serve other requests, in milliseconds. */
export function getShareMs(
  operation: ProxyCall['operation'],
  response: ClientResponse,
  shareForMs: number,
): number {
  const { status } = response
  if (status < 400) return isLasting(operation, response) ? Math.max(shareForMs, LASTING_MS) : shareForMs
  if (status >= 500 || status === 408 || status === 429) return shareForMs
  // Who may see what is for `authorize` to decide.
  if (status === 403) return 0
  return Math.min(shareForMs, MAX_NOT_FOUND_MS)
}

/** Whether it no longer changes: a job that is over, or a version of a prompt. */
function isLasting(operation: ProxyCall['operation'], { json }: ClientResponse): boolean {
  if (operation === 'getPromptVersion') return true
  return operation === 'getJob' && FINAL_STATUSES.includes(parseJsonObject(json)?.status)
}

/** How long the service asks everyone to wait, in milliseconds; 0 if it does not. */
export function getWaitMs({ status, retryAfter = '' }: ClientResponse): number {
  if (status !== 429 && status !== 503) return 0
  const seconds = Number(retryAfter)
  const waitMs = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000
  // False for what is not a number, too.
  return waitMs > 0 ? Math.min(waitMs, MAX_RETRY_AFTER_MS) : 0
}
