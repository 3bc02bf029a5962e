/**
 * Copies the name, code, texts and causes of an error, with secrets removed. Platforms quote invalid headers in messages,
 * and HTTP libraries attach whole requests to their errors. Never throws.
 */
export function redactError(error: unknown, redact: (text: string) => string, depth = 0): Error {
  try {
    // Anything may be assigned to the properties of an error, and reading them may throw.
    if (!isError(error)) return new Error(`a thrown ${typeof error}, which is not an Error`)
    const copy = new Error(redact(String(error.message)))
    copy.name = redact(String(error.name))
    copy.stack = redact(String(error.stack ?? ''))
    if ('code' in error && typeof error.code === 'string') Object.assign(copy, { code: redact(error.code) })
    // Causes may be cyclic.
    if (error.cause !== undefined && depth < 5) copy.cause = redactError(error.cause, redact, depth + 1)
    return copy
  } catch {
    return new Error('a thrown Error, which could not be read')
  }
}

/** Not by `instanceof`: in Jest and in frames, errors of the platform have another class. */
function isError(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'message' in error && 'name' in error
}
