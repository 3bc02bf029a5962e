/**
 * A copy of an error without a secret. Platforms quote a header that they cannot send, and HTTP libraries hang whole
 * requests on their errors: so only the name, the code and the texts are kept, and those are gone through.
 */
export function redactError(error: unknown, secret: string, depth = 0): Error {
  const redact = (text: string) => text.replaceAll(secret, '[API key]')
  if (!(error instanceof Error)) return new Error(`a ${typeof error} was thrown that is no error`)
  const copy = new Error(redact(error.message))
  copy.name = redact(error.name)
  copy.stack = redact(error.stack ?? '')
  if ('code' in error && typeof error.code === 'string') Object.assign(copy, { code: redact(error.code) })
  // Causes can go round in circles.
  if (error.cause !== undefined && depth < 5) copy.cause = redactError(error.cause, secret, depth + 1)
  return copy
}
