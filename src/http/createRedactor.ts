// Shorter ones are no secrets, and occur in any text.
const MIN_LENGTH = 8

/**
 * Creates a function that replaces a secret by `[redacted]`, also one whose characters are escaped as in JSON (`\u002d`,
 * `\/`) or encoded as in URLs (`%2D`). Never throws.
 */
export function createRedactor(secret: string | undefined): (text: string) => string {
  if (secret === undefined || secret.length < MIN_LENGTH) return (text) => text
  const pattern = new RegExp(Array.from(secret, toPattern).join(''), 'g')
  return (text) => text.replace(pattern, '[redacted]')
}

function toPattern(character: string): string {
  const code = character.charCodeAt(0)
  const literal = `\\u${toHex(code, 4)}`
  const escaped = '"\\/'.includes(character) ? `\\\\?${literal}` : literal
  return `(?:${escaped}|\\\\u${ignoreCase(toHex(code, 4))}|%${ignoreCase(toHex(code, 2))})`
}

function toHex(code: number, length: number): string {
  return code.toString(16).padStart(length, '0')
}

function ignoreCase(hex: string): string {
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}
