/** A queue of messages for a live region. */
export interface Announcer {
  /** Queues a message, unless it repeats the topic's last one. It replaces a queued message of the same topic. */
  announce(topic: string, message: string): void
  subscribe(listener: () => void): () => void
  getMessage(): string
}

// A change of the region interrupts screen readers: let them finish each message.
const SPACING_MS = 1_500

/** Creates an announcer. It has a timer only while messages are queued and a live region is subscribed. */
export function createAnnouncer(): Announcer {
  const lastMessages = new Map<string, string>()
  const queue = new Map<string, string>()
  const listeners = new Set<() => void>()
  let message = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const flushNext = () => {
    const [topic] = queue.keys()
    message = topic === undefined ? '' : (queue.get(topic) ?? '')
    if (topic !== undefined) queue.delete(topic)
    // Deduplicates only within a burst, as from two cards of one job: a later repetition is a new event.
    else lastMessages.clear()
    timer = topic === undefined ? undefined : setTimeout(flushNext, SPACING_MS)
    for (const listener of listeners) listener()
  }

  return {
    announce(topic, text) {
      if (listeners.size === 0 || lastMessages.get(topic) === text) return
      lastMessages.set(topic, text)
      queue.set(topic, text)
      timer ??= setTimeout(flushNext)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearTimeout(timer)
        timer = undefined
        queue.clear()
      }
    },
    getMessage: () => message,
  }
}
