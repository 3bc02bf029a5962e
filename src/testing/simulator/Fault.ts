/** Which of the service's calls. */
export type SimulatedOperation = 'getJob' | 'listJobs' | 'startJob' | 'cancelJob'

/** What goes wrong with a request, as data. */
export type Fault =
  /** An answer with an error status. */
  | { status: number; message?: string | undefined; retryAfter?: string | number | undefined }
  /** An answer that is not what the service promises, such as `<html>` or `{"job_id": 7}`. */
  | { body: string; contentType?: string | undefined }
  /** The right answer, so many milliseconds late by the timers of the test. */
  | { delayMs: number }
  /** No answer: the connection breaks off, as `fetch` tells it. */
  | 'reset'
  /** No answer at all, until the request is aborted. */
  | 'hang'

/** Which requests a fault is for. */
export interface FaultMatcher {
  /** Requests of which call. @default every call */
  operation?: SimulatedOperation | undefined
  /** How many requests it hits. @default 1 */
  times?: number | undefined
}

/** Faults in the entry in which they were ordered. */
export interface FaultQueue {
  enqueue(fault: Fault, matcher: FaultMatcher): void
  /** The fault for a request, used up; undefined where none is ordered for it. */
  take(operation: SimulatedOperation | null): Fault | undefined
  clear(): void
}

/** Creates an empty queue. */
export function createFaultQueue(): FaultQueue {
  const queue: { fault: Fault; operation: SimulatedOperation | undefined; left: number }[] = []
  return {
    enqueue(fault, { operation, times = 1 }) {
      queue.push({ fault, operation, left: times })
    },
    take(operation) {
      const index = queue.findIndex((entry) => entry.operation === undefined || entry.operation === operation)
      const entry = queue[index]
      if (!entry) return undefined
      entry.left--
      if (entry.left <= 0) queue.splice(index, 1)
      return entry.fault
    },
    clear() {
      queue.length = 0
    },
  }
}

/** Answers a request with a fault, or leaves it without an answer. */
export async function respondWithFault(
  fault: Fault,
  { signal }: Request,
  respond: () => Promise<Response>,
): Promise<Response> {
  if (fault === 'reset') throw new TypeError('The simulator was told to break the connection off')
  if (fault === 'hang') return waitFor(Number.POSITIVE_INFINITY, signal) as Promise<never>
  if ('delayMs' in fault) {
    await waitFor(fault.delayMs, signal)
    return respond()
  }
  if ('body' in fault) {
    return new Response(fault.body, { headers: { 'Content-Type': fault.contentType ?? 'text/html' } })
  }
  const { status, message = 'Ordered by the test', retryAfter } = fault
  const headers = new Headers({ 'Content-Type': 'application/json' })
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter))
  return new Response(JSON.stringify({ message }), { status, headers })
}

/** Rejects as soon as the request is aborted. */
function waitFor(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = Number.isFinite(delayMs) ? setTimeout(resolve, delayMs) : undefined
    const abort = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
}
