// Shorter ones are no secrets, and occur in any text.
const MIN_LENGTH = 8

/**
 * Creates a function that replaces secrets by `[redacted]`, also ones whose characters are escaped as in JSON (`\u002d`,
 * `\/`) or encoded as in URLs (`%2D`), any number of times. Never throws.
 */
export function createRedactor(...secrets: (string | undefined)[]): (text: string) => string {
  // Headers are sent without spaces and line breaks around them.
  const trimmed = secrets.map((secret) => secret?.trim() ?? '').filter(({ length }) => length >= MIN_LENGTH)
  return (text) => trimmed.reduce(redactSecret, text)
}

function redactSecret(text: string, secret: string): string {
  // Most texts have nothing that could be escaped or encoded.
  if (!/[\\%]/.test(text)) return text.replaceAll(secret, '[redacted]')
  // A run of backslashes is one part: escaped, it is a longer run.
  const parts = secret.match(/\\+|[^\\]/gu) ?? []
  const [first = ''] = parts
  let redacted = ''
  let position = 0
  let start = 0
  while (start < text.length) {
    const end = findEnd(text, start, parts)
    if (end === null) start = findNext(text, start + 1, first)
    else {
      const before = text.slice(position, start)
      // Without its other half, a half escape would break JSON.
      redacted += `${isEscaped(before) ? before.slice(0, -1) : before}[redacted]`
      position = start = end
    }
  }
  return redacted + text.slice(position)
}

/** The next index where the first part may begin. */
function findNext(text: string, from: number, first: string): number {
  let index = from
  while (index < text.length) {
    const character = text[index]
    if (character === '\\' || character === '%' || text.startsWith(first[0] ?? '', index)) break
    index++
  }
  return index
}

function isEscaped(before: string): boolean {
  let count = 0
  while (before.at(-1 - count) === '\\') count++
  return count % 2 === 1
}

/** The index after the secret; null if the text has no secret at this index. */
function findEnd(text: string, start: number, parts: readonly string[]): number | null {
  let index = start
  for (const part of parts) {
    const end = findPartEnd(text, index, part)
    if (end === null) return null
    index = end
  }
  return index
}

function findPartEnd(text: string, start: number, part: string): number | null {
  if (text[start] === '%' && (part !== '%' || text.startsWith('25', start + 1)))
    return findEncodedEnd(text, start, part)
  let index = start
  while (text[index] === '\\') index++
  const backslashCount = index - start
  const isUnicode =
    backslashCount > 0 &&
    part.length === 1 &&
    text[index] === 'u' &&
    Number.parseInt(text.slice(index + 1, index + 5), 16) === part.charCodeAt(0)
  if (isUnicode) return index + 5
  if (part.startsWith('\\')) return backslashCount >= part.length ? index : null
  const mayBeEscaped = backslashCount === 0 || part === '"' || part === '/'
  if (mayBeEscaped && text.startsWith(part, index)) return index + part.length
  return null
}

/** As in URLs; encoded again, `%` is `%25`. */
function findEncodedEnd(text: string, start: number, part: string): number | null {
  let index = start
  for (const byte of toUtf8(part)) {
    if (text[index] !== '%') return null
    index++
    while (text.startsWith('25', index) && byte !== 0x25) index += 2
    if (Number.parseInt(text.slice(index, index + 2), 16) !== byte) return null
    index += 2
  }
  return index
}

/** The bytes of a part. Not by `TextEncoder`, which jsdom and some versions of React Native lack. */
function toUtf8(part: string): number[] {
  try {
    const [first = '', ...encoded] = encodeURIComponent(part).split('%')
    return first ? [first.charCodeAt(0)] : encoded.map((byte) => Number.parseInt(byte, 16))
  } catch {
    // A lone surrogate is sent as U+FFFD.
    return [0xef, 0xbf, 0xbd]
  }
}
