import { expect, it } from 'vitest'
import { createRedactor } from '../../src/http/createRedactor.js'

const SECRET = 'sk-live/"Ab+\\9~z'
const redact = createRedactor(SECRET)
const toUnicode = (text: string) =>
  Array.from(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

it.each([
  ['as it is', SECRET],
  ['in JSON', JSON.stringify(SECRET).slice(1, -1)],
  ['in JSON with escaped slashes', JSON.stringify(SECRET).slice(1, -1).replace('/', '\\/')],
  ['in JSON with Unicode escapes', toUnicode(SECRET)],
  [
    'in JSON with Unicode escapes in upper case',
    toUnicode(SECRET).replace(/[\da-f]{4}/g, (hex) => hex.toUpperCase()),
  ],
  ['in a URL', encodeURIComponent(SECRET)],
  ['in a URL in lower case', encodeURIComponent(SECRET).toLowerCase().replace('ab', 'Ab')],
])('createRedactor removes a secret that is written %s', (_, written) => {
  expect(redact(`before ${written} and ${written}!`)).toBe('before [redacted] and [redacted]!')
})

it('createRedactor leaves JSON that is still JSON', () => {
  const json = JSON.stringify({ message: `Bearer ${SECRET} is over its limit`, [SECRET]: [SECRET] })
  expect(JSON.parse(redact(json))).toEqual({
    message: 'Bearer [redacted] is over its limit',
    '[redacted]': ['[redacted]'],
  })
})

it.each([undefined, '', 'short'])('createRedactor leaves texts alone without a secret (%s)', (secret) => {
  expect(createRedactor(secret)('a short text')).toBe('a short text')
})

it('createRedactor takes time in proportion to the text', () => {
  const almost = SECRET.slice(0, -1).repeat(500_000)
  const startedAt = performance.now()
  expect(redact(almost)).toBe(almost)
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})
