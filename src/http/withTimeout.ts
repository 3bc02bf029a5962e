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
  const { signal } = controller
  // Not `AbortSignal.any`, which is retained for as long as the caller's signal lives.
  const forwardAbort = () => controller.abort(callerSignal?.reason)
  if (callerSignal?.aborted) forwardAbort()
  else callerSignal?.addEventListener('abort', forwardAbort)
  const timer = setTimeout(() => controller.abort(createTimeoutError()), timeoutMs)
  try {
    return await Promise.race([task(signal), rejectOnAbort(signal)])
  } finally {
    clearTimeout(timer)
    callerSignal?.removeEventListener('abort', forwardAbort)
  }
}

/** Rejects with the signal's reason when it is aborted; never resolves. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
}
