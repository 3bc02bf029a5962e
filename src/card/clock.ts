// One timer for all clocks on the page, running only while there is one.
const listeners = new Set<(nowMs: number) => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** Calls back once a second with the time, in milliseconds since the epoch. Returns how to stop it. */
export function subscribeToClock(listener: (nowMs: number) => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    const nowMs = Date.now()
    for (const tick of listeners) tick(nowMs)
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
