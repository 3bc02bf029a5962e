/** A queue of messages for a live region. */
export interface Announcer {
  /**
   * Queues a message about an event of a topic, such as a job. It replaces a queued message of the same topic. An event that
   * several components report, as two cards of one job do, is announced once, with the message that says more; null is always
   * announced.
   */
  announce(topic: string, event: unknown, message: string): void
  /**
   * Counts a component whose updates are interrupted. The message is announced unless it is null, or another component is
   * interrupted too.
   */
  interrupt(message: string | null): void
  /** The component is not interrupted any more, or that is not known any more. */
  leaveInterruption(): void
  /** The updates of a component that was interrupted work. Announced once, when no other is interrupted. */
  resume(message: string): void
  subscribe(listener: () => void): () => void
  getMessage(): string
}

// A change of the region interrupts screen readers: let them finish each message.
const SPACING_MS = 1_500
const CONNECTION = 'connection'
// More would leak memory in a page that shows jobs for days.
const MAX_TOPICS = 500

/** Creates an announcer. It has a timer only while messages are queued and a live region is subscribed. */
export function createAnnouncer(): Announcer {
  const events = new Map<string, Set<unknown>>()
  // All components share an error, whatever their topic.
  const errors = new WeakSet<object>()
  const queue = new Map<string, string>()
  const listeners = new Set<() => void>()
  let message = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let interruptedCount = 0
  // The latest message about the connection: the queued one, and the one that was announced.
  let isInterruptionQueued = false
  let isInterruptionAnnounced = false

  const flushNext = () => {
    const [topic] = queue.keys()
    message = topic === undefined ? '' : (queue.get(topic) ?? '')
    if (topic !== undefined) queue.delete(topic)
    if (topic === CONNECTION) isInterruptionAnnounced = isInterruptionQueued
    timer = topic === undefined ? undefined : setTimeout(flushNext, SPACING_MS)
    for (const listener of listeners) listener()
  }
  const enqueue = (topic: string, text: string) => {
    if (listeners.size === 0) return
    queue.set(topic, text)
    timer ??= setTimeout(flushNext)
  }
  /** Whether the event was not reported before. */
  const record = (topic: string, event: unknown): boolean => {
    if (event === null) return true
    const known = typeof event === 'object' ? errors : (events.get(topic) ?? new Set())
    if (known.has(event as object)) return false
    known.add(event as object)
    if (known instanceof Set) events.set(topic, known)
    // The oldest topic is that of a job that was over long ago.
    if (events.size > MAX_TOPICS) events.delete(events.keys().next().value as string)
    return true
  }

  return {
    announce(topic, event, text) {
      if (listeners.size === 0) return
      const queued = queue.get(topic)
      if (record(topic, event) || (queued !== undefined && text.startsWith(queued))) enqueue(topic, text)
    },
    interrupt(text) {
      interruptedCount += 1
      if (text === null || interruptedCount > 1) return
      // Its end was not announced yet, so it goes on.
      if (!isInterruptionQueued && queue.delete(CONNECTION)) return
      enqueue(CONNECTION, text)
      isInterruptionQueued = true
    },
    leaveInterruption() {
      interruptedCount -= 1
      if (interruptedCount === 0 && isInterruptionQueued) queue.delete(CONNECTION)
    },
    resume(text) {
      if (interruptedCount > 0 || !isInterruptionAnnounced) return
      enqueue(CONNECTION, text)
      isInterruptionQueued = false
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
