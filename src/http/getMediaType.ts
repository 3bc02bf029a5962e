// RFC 9110, section 8.3.1, with lengths that no real one exceeds.
const MEDIA_TYPE = /^[\w.+-]{1,30}\/[\w.+-]{1,70}(?=$|[\s;])/

/** The media type of a response, for messages: without parameters, and nothing that is not a media type. */
export function getMediaType(headers: Headers, redact: (text: string) => string): string {
  const type = headers.get('Content-Type')
  // Redacted as a whole: a part of a secret can't be found.
  return type === null ? 'no content type' : (MEDIA_TYPE.exec(redact(type))?.[0] ?? 'an invalid content type')
}
