/** More than any answer of the service: a job takes kilobytes. What is longer is something else, and would fill the memory. */
export const MAX_RESPONSE_BYTES = 10_000_000

/**
 * Reads a body as UTF-8 text. It counts what arrives, because a `Content-Length` may be absent or wrong.
 *
 * @returns null for a body of more than `maxBytes`; the rest of it is not read
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
      // Not awaited: the sender may never react.
      reader.cancel().catch(() => {})
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}
