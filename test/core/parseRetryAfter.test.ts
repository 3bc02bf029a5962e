import { expect, it } from 'vitest'
import { parseRetryAfter } from '../../src/core/parseRetryAfter.js'

const NOW = Date.parse('2026-01-01T00:00:00Z')

it.each([
  ['120', 120_000],
  [' 5 ', 5_000],
  ['0', 0],
  ['1.5', 1_500],
  ['0.25', 250],
  ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['86400', 86_400_000],
  ['-5', undefined],
  ['soon', undefined],
  ['30s', undefined],
  ['2026-01-01T00:01:00Z', undefined],
  ['', undefined],
  [null, undefined],
])('parseRetryAfter parses %j as %j', (header, delayMs) => {
  expect(parseRetryAfter(header, NOW)).toBe(delayMs)
})
