import { expect, it } from 'vitest'
import { createRedactor } from '../../src/http/createRedactor.js'
import { expectCpuMs } from '../support/expectCpuMs.js'

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
  ['in a URL in a URL', encodeURIComponent(encodeURIComponent(SECRET))],
  ['in JSON in JSON', JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
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

it.each([
  ['-secret12', { a: 'x\\u002dsecret12' }],
  ['nvapi-12345', { a: 'x\nvapi-12345' }],
  ['/secret12', { a: 'x\\/secret12' }],
])('createRedactor leaves no half escape of %s', (secret, body) => {
  expect(JSON.parse(createRedactor(secret)(JSON.stringify(body)))).toEqual({ a: 'x[redacted]' })
})

it('createRedactor removes a secret without the spaces around it, several secrets, and one of 100,000 characters', () => {
  expect(createRedactor('secret-key-1234\n')('Bearer secret-key-1234, no')).toBe('Bearer [redacted], no')
  expect(createRedactor('old-token-1', undefined, 'new-token-1')('old-token-1 new-token-1')).toBe(
    '[redacted] [redacted]',
  )
  const long = 'aB3'.repeat(33_333)
  expect(createRedactor(long)(`x${long}y`)).toBe('x[redacted]y')
  expect(createRedactor('geheimß1234')(encodeURIComponent('geheimß1234'))).toBe('[redacted]')
  expect(createRedactor('\\'.repeat(24))(JSON.stringify('\\'.repeat(24)))).toBe('"[redacted]"')
})

it.each([undefined, '', 'short'])('createRedactor leaves texts alone without a secret (%s)', (secret) => {
  expect(createRedactor(secret)('a short text')).toBe('a short text')
})

it('createRedactor takes time in proportion to the text', () => {
  const almost = SECRET.slice(0, -1).repeat(500_000)
  expect(expectCpuMs(5_000, () => redact(almost))).toBe(almost)
})
