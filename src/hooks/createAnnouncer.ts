/** A queue of messages for a live region. */
export interface Announcer {
  /**
   * Queues a message about an event of a topic, such as a job. It replaces a queued message of the same topic. An event that
   * several components report, as two cards of one job do, is announced once; null is always announced.
   */
  announce(topic: string, event: unknown, message: string): void
  /**
   * Announces that updates are interrupted, unless they already are for another component. Returns a function that ends the
   * interruption for this component.
   */
  interrupt(message: string): () => void
  /** Announces that updates have resumed, once they have for every component. */
  resume(message: string): void
  subscribe(listener: () => void): () => void
  getMessage(): string
}

// A change of the region interrupts screen readers: let them finish each message.
const SPACING_MS = 1_500
const CONNECTION = 'connection'

/** Creates an announcer. It has a timer only while messages are queued and a live region is subscribed. */
export function createAnnouncer(): Announcer {
  const events = new Map<string, Set<unknown>>()
  const queue = new Map<string, string>()
  const listeners = new Set<() => void>()
  let message = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let interruptions = 0
  let isInterruptionAnnounced = false

  const flushNext = () => {
    const [topic] = queue.keys()
    message = topic === undefined ? '' : (queue.get(topic) ?? '')
    if (topic !== undefined) queue.delete(topic)
    timer = topic === undefined ? undefined : setTimeout(flushNext, SPACING_MS)
    for (const listener of listeners) listener()
  }
  const enqueue = (topic: string, text: string) => {
    queue.set(topic, text)
    timer ??= setTimeout(flushNext)
  }

  return {
    announce(topic, event, text) {
      if (listeners.size === 0) return
      if (event !== null) {
        const announced = events.get(topic) ?? new Set()
        if (announced.has(event)) return
        events.set(topic, announced.add(event))
      }
      enqueue(topic, text)
    },
    interrupt(text) {
      interruptions += 1
      if (interruptions === 1 && listeners.size > 0) {
        isInterruptionAnnounced = true
        enqueue(CONNECTION, text)
      }
      return () => {
        interruptions -= 1
      }
    },
    resume(text) {
      if (interruptions > 0 || !isInterruptionAnnounced) return
      isInterruptionAnnounced = false
      // Over before it was announced.
      if (queue.delete(CONNECTION)) return
      enqueue(CONNECTION, text)
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
