import { getAbortReason } from './abortSignal.js'

export interface TimeoutOptions {
  timeoutMs: number
  /** Creates the reason for a timeout. */
  createTimeoutError: () => Error
  /** The caller's signal. */
  signal: AbortSignal | undefined
}

/**
 * Runs a task with a signal that aborts with the caller's, or after the time limit. It settles then, even if the task ignores
 * the signal.
 *
 * @throws the reason of the caller's signal, or the timeout's error
 */
export async function withTimeout<T>(
  { timeoutMs, createTimeoutError, signal: callerSignal }: TimeoutOptions,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  // Not `AbortSignal.any`: Node 20 never frees a composite signal that has a listener.
  let abort: (reason: unknown) => void = () => {}
  const aborted = new Promise<never>((_, reject) => {
    abort = (reason) => {
      reject(reason)
      controller.abort(reason)
    }
  })
  const forwardAbort = () => abort(callerSignal && getAbortReason(callerSignal))
  if (callerSignal?.aborted) forwardAbort()
  else callerSignal?.addEventListener('abort', forwardAbort)
  const timer = setTimeout(() => abort(createTimeoutError()), timeoutMs)
  try {
    return await Promise.race([task(controller.signal), aborted])
  } finally {
    clearTimeout(timer)
    callerSignal?.removeEventListener('abort', forwardAbort)
  }
}
