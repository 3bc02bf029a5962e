/** Says things to assistive technology, one after the other. */
export interface Announcer {
  /** Says a message about something, unless it has just been said. A newer one replaces one that waits. */
  announce(about: string, message: string): void
  subscribe(listener: () => void): () => void
  getMessage(): string
}

// A screen reader drops what it is saying when the region changes: each message gets its time.
const SPACING_MS = 1_500

/** Creates an announcer. It keeps a timer only while there is something to say, and only while somebody listens. */
export function createAnnouncer(): Announcer {
  const latest = new Map<string, string>()
  const waiting = new Map<string, string>()
  const listeners = new Set<() => void>()
  let message = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const flushNext = () => {
    const [about] = waiting.keys()
    message = about === undefined ? '' : (waiting.get(about) ?? '')
    if (about !== undefined) waiting.delete(about)
    // Two cards of one job say a thing within a moment; what is said again after that has happened again.
    else latest.clear()
    timer = about === undefined ? undefined : setTimeout(flushNext, SPACING_MS)
    for (const listener of listeners) listener()
  }

  return {
    announce(about, text) {
      if (listeners.size === 0 || latest.get(about) === text) return
      latest.set(about, text)
      waiting.set(about, text)
      timer ??= setTimeout(flushNext)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearTimeout(timer)
        timer = undefined
        waiting.clear()
      }
    },
    getMessage: () => message,
  }
}
