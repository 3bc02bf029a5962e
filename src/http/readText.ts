/** Bounds the memory that a response can take; jobs are a few kilobytes. */
export const MAX_RESPONSE_BYTES = 10_000_000

/**
 * Reads a body as UTF-8 text. Counts the bytes received, because `Content-Length` may be missing or wrong.
 *
 * @returns null if the body exceeds `maxBytes`; the rest is not read
 */
export async function readText(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<string | null> {
  if (!body) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let byteCount = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    byteCount += value.byteLength
    if (byteCount > maxBytes) {
      // Not awaited: it may never settle.
      reader.cancel().catch(() => {})
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}
