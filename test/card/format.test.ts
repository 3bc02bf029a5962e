import { expect, it } from 'vitest'
import { formatAgo, formatClock, formatDuration } from '../../src/card/format.js'

it.each([
  [0, '0s'],
  [48_000, '48s'],
  [60_000, '1m'],
  [588_000, '9m 48s'],
  [3_600_000, '1h'],
  [7_500_000, '2h 5m'],
  [266_400_000, '3d 2h'],
  [-5_000, '0s'],
])('tells a duration of %i ms as %s', (durationMs, text) => {
  expect(formatDuration(durationMs, 'en')).toBe(text)
})

it.each([
  [0, 'now'],
  [12_000, '12s ago'],
  [119_000, '1m ago'],
  [7_300_000, '2h ago'],
  [-60_000, 'now'],
])('tells a moment %i ms ago as %s', (ageMs, text) => {
  expect(formatAgo(1_000_000_000 - ageMs, 1_000_000_000, 'en')).toBe(text)
})

it.each([
  [192_000, '3:12'],
  [3_792_000, '1:03:12'],
  [-1, '0:00'],
])('shows %i ms on a clock as %s', (durationMs, text) => {
  expect(formatClock(durationMs, 'en')).toBe(text)
})
