import { getAbortReason } from '../../http/abortSignal.js'

/** A call that many clients wait for. It ends early only when the last of them has gone. */
export class SharedCall<T> {
  readonly #controller = new AbortController()
  readonly #result: Promise<T>
  readonly #onAbandon: () => void
  #waiterCount = 0

  /**
   * @param run starts the call at once
   * @param onAbandon called when the last client has gone, before the signal is aborted
   */
  constructor(run: (signal: AbortSignal) => Promise<T>, onAbandon: () => void) {
    this.#onAbandon = onAbandon
    this.#result = run(this.#controller.signal)
    // Without clients, a rejection is handled by no one, and would end the process.
    this.#result.catch(() => {})
  }

  /**
   * Waits for the result.
   *
   * @throws the reason of the signal when it is aborted; the call goes on for the others
   */
  join(signal: AbortSignal): Promise<T> {
    this.#waiterCount++
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(getAbortReason(signal))
        if (--this.#waiterCount > 0) return
        this.#onAbandon()
        this.#controller.abort(getAbortReason(signal))
      }
      if (signal.aborted) return leave()
      signal.addEventListener('abort', leave)
      this.#result.finally(() => signal.removeEventListener('abort', leave)).then(resolve, reject)
    })
  }
}
