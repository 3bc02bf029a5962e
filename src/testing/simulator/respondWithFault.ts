import type { Fault } from './Fault.js'

export async function respondWithFault(
  fault: Fault,
  { signal }: Request,
  respond: () => Promise<Response>,
): Promise<Response> {
  if (fault === 'reset') throw new TypeError('The simulator reset the connection')
  if (fault === 'hang') return waitFor(Number.POSITIVE_INFINITY, signal) as Promise<never>
  if ('delayMs' in fault) {
    await waitFor(fault.delayMs, signal)
    return respond()
  }
  if ('body' in fault) {
    return new Response(fault.body, { headers: { 'Content-Type': fault.contentType ?? 'text/html' } })
  }
  const { status, message = 'Injected fault', retryAfter } = fault
  const headers = new Headers({ 'Content-Type': 'application/json' })
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter))
  return new Response(JSON.stringify({ message }), { status, headers })
}

/** Resolves after the delay; rejects when the request is aborted. */
function waitFor(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', settle)
      if (signal.aborted) reject(signal.reason)
      else resolve()
    }
    const timer = Number.isFinite(delayMs) ? setTimeout(settle, delayMs) : undefined
    signal.addEventListener('abort', settle)
    if (signal.aborted) settle()
  })
}
