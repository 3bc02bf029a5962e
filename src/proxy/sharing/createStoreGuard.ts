import { withTimeout } from '../../http/withTimeout.js'
import { ProxyError } from '../ProxyError.js'

/** A store that takes longer saves no time. */
const TIMEOUT_MS = 250
/** After a failure the store is not used for this long, so that one that hangs does not delay every request. */
const PAUSE_MS = 10_000
const REPORT_INTERVAL_MS = 60_000

export type OnStoreFailure = (error: ProxyError) => void

export interface StoreGuard {
  /**
   * Runs what uses the store. Never rejects; undefined if it fails or hangs, or has done so a short while ago.
   *
   * @param isUrgent runs it also after a failure
   */
  run<T>(
    action: string,
    use: () => Promise<T>,
    onFailure: OnStoreFailure,
    isUrgent?: boolean,
  ): Promise<T | undefined>
  /** Reports a failure, unless one was reported a short while ago. */
  report(message: string, onFailure: OnStoreFailure, details?: { cause: unknown }): void
}

/** Guards the requests of clients against a store that fails or hangs. */
export function createStoreGuard(): StoreGuard {
  let pausedUntil = 0
  let nextReportAt = 0

  const report: StoreGuard['report'] = (message, onFailure, details) => {
    if (performance.now() < nextReportAt) return
    nextReportAt = performance.now() + REPORT_INTERVAL_MS
    onFailure(new ProxyError(undefined, message, { code: 'store-failed', ...details }))
  }

  const run: StoreGuard['run'] = async (action, use, onFailure, isUrgent = false) => {
    if (performance.now() < pausedUntil && !isUrgent) return undefined
    const createTimeoutError = () => new Error(`no result within ${TIMEOUT_MS} ms`)
    try {
      return await withTimeout({ timeoutMs: TIMEOUT_MS, createTimeoutError, signal: undefined }, use)
    } catch (cause) {
      pausedUntil = performance.now() + PAUSE_MS
      report(`${action} failed, so the store is not used for ${PAUSE_MS / 1000} s`, onFailure, { cause })
      return undefined
    }
  }

  return { run, report }
}
