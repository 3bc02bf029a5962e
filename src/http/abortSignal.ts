/** The reason of an aborted signal. Those of React Native have none. */
export function getAbortReason(signal: AbortSignal): unknown {
  return 'reason' in signal
    ? signal.reason
    : Object.assign(new Error('The request was aborted'), { name: 'AbortError' })
}

/** @throws the signal's reason if it is aborted */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw getAbortReason(signal)
}
