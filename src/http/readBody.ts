/** Bounds the memory that a response can take; jobs are a few kilobytes. */
export const MAX_RESPONSE_BYTES = 10_000_000

/** Reads the body of a response as text; null if it exceeds the limit. On a server, `isInPage` is false whatever globals it has. */
export async function readBody(
  response: Response,
  isInPage = typeof document !== 'undefined',
): Promise<string | null> {
  const { headers, body } = response
  if (Number(headers.get('Content-Length')) > MAX_RESPONSE_BYTES) {
    body?.cancel().catch(() => {})
    return null
  }
  // In a page `text()`: developer tools cannot show a body that a stream reader has read. React Native has no stream.
  if (body && !isInPage) return readStream(body)
  const text = await response.text()
  return text.length > MAX_RESPONSE_BYTES ? null : text
}

/** Counts the bytes received, because `Content-Length` may be missing or wrong. */
async function readStream(stream: ReadableStream<Uint8Array>): Promise<string | null> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let byteCount = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    byteCount += value.byteLength
    if (byteCount > MAX_RESPONSE_BYTES) {
      // Not awaited: it may never settle.
      reader.cancel().catch(() => {})
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}
