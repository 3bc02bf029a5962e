/** Says things to assistive technology, one after the other. */
export interface Announcer {
  /** Says a message about something, unless that was the last thing said about it. A newer one replaces one that waits. */
  announce(about: string, message: string): void
  subscribe(listener: () => void): () => void
  getMessage(): string
}

// A screen reader drops what it is saying when the region changes: each message gets its time.
const SPACING_MS = 1_500
// Two cards of one job say a thing within a moment, so that what was said long ago need not be remembered.
const MAX_REMEMBERED = 200

/** Creates an announcer. It keeps a timer only while there is something to say, and only while somebody listens. */
export function createAnnouncer(): Announcer {
  const latest = new Map<string, string>()
  const waiting = new Map<string, string>()
  const listeners = new Set<() => void>()
  let message = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const sayNext = () => {
    const [about] = waiting.keys()
    message = about === undefined ? '' : (waiting.get(about) ?? '')
    if (about !== undefined) waiting.delete(about)
    timer = about === undefined ? undefined : setTimeout(sayNext, SPACING_MS)
    for (const listener of listeners) listener()
  }

  return {
    announce(about, text) {
      if (listeners.size === 0 || latest.get(about) === text) return
      latest.delete(about)
      latest.set(about, text)
      const [oldest] = latest.keys()
      if (latest.size > MAX_REMEMBERED) latest.delete(oldest as string)
      waiting.set(about, text)
      timer ??= setTimeout(sayNext)
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
