import { HttpError } from './HttpError.js'

const BODY_MEMBERS = [
  'arrayBuffer',
  'blob',
  'body',
  'bodyUsed',
  'bytes',
  'clone',
  'formData',
  'json',
  'text',
] as const

/**
 * Limits what can be read of a request and its clones. Changes the request instead of replacing it, because frameworks pass
 * subclasses with members of their own, such as `NextRequest`.
 *
 * @throws HttpError 413 if its `Content-Length` is too large; reading more than `maxBytes` rejects with the same error
 */
export function limitBody(request: Request, maxBytes: number): void {
  const tooLarge = new HttpError(413, `The body must not exceed ${maxBytes} bytes`)
  if (Number(request.headers.get('Content-Length')) > maxBytes) throw tooLarge
  if (!request.body || request.bodyUsed || request.body.locked) return

  const { url, method, headers, signal } = request
  const init: RequestInit & { duplex: 'half' } = {
    method,
    headers,
    signal,
    // Locks the original body, so that `new Request(request)` cannot bypass the limit.
    body: limitStream(request.body, maxBytes, tooLarge),
    duplex: 'half',
  }
  const limited = new Request(url, init)
  for (const name of BODY_MEMBERS) {
    if (!(name in limited)) continue
    const get = () => {
      const member: unknown = limited[name]
      return typeof member === 'function' ? member.bind(limited) : member
    }
    Object.defineProperty(request, name, { configurable: true, get })
  }
}

function limitStream(
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
  tooLarge: HttpError,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader()
  let byteCount = 0
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await reader.read()
        if (done) return controller.close()
        byteCount += value.byteLength
        if (byteCount > maxBytes) {
          // Not awaited: it may never settle.
          reader.cancel().catch(() => {})
          throw tooLarge
        }
        controller.enqueue(value)
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // Reads nothing before the first reader asks.
    { highWaterMark: 0 },
  )
}
