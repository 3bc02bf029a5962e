type Listener = () => void

// After a flush of t ms, wait 4t: rendering takes at most 20 % of the time.
const COOLDOWN_FACTOR = 4

/** Calls listeners in batches: in the next task when idle, otherwise together after the cooldown of the last flush. */
export interface FlushScheduler {
  schedule(listener: Listener): void
  cancel(listener: Listener): void
}

export function createFlushScheduler(): FlushScheduler {
  const scheduled = new Set<Listener>()
  let isWaiting = false

  const flushIn = (delayMs: number) => {
    if (isWaiting) return
    isWaiting = true
    setTimeout(flush, delayMs)
  }
  const flush = () => {
    isWaiting = false
    if (scheduled.size === 0) return
    const startedAt = performance.now()
    const listeners = [...scheduled]
    scheduled.clear()
    for (const listener of listeners) listener()
    // Measured in a microtask of its own: React commits in the one that it has queued just before.
    queueMicrotask(() => {
      const cooldownMs = COOLDOWN_FACTOR * (performance.now() - startedAt)
      if (cooldownMs >= 1) flushIn(cooldownMs)
    })
  }

  return {
    schedule(listener) {
      scheduled.add(listener)
      flushIn(0)
    },
    cancel: (listener) => scheduled.delete(listener),
  }
}
