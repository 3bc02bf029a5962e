import { getAbortReason } from './abortSignal.js'

/**
 * Waits.
 *
 * @throws the signal's reason when it is aborted
 */
export function sleep(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', settle)
      if (signal?.aborted) reject(getAbortReason(signal))
      else resolve()
    }
    const timer = setTimeout(settle, delayMs)
    signal?.addEventListener('abort', settle)
    if (signal?.aborted) settle()
  })
}
