import { expect, it } from 'vitest'
import { toUtcDateTime } from '../../src/core/toUtcDateTime.js'

it('toUtcDateTime treats a date-time without an offset as UTC in any time zone', () => {
  const { TZ } = process.env
  process.env.TZ = 'Asia/Tokyo'
  try {
    expect(new Date('2023-11-07T05:31:56').getUTCHours()).toBe(20)
    expect(toUtcDateTime('2023-11-07T05:31:56')).toBe('2023-11-07T05:31:56.000Z')
  } finally {
    if (TZ === undefined) delete process.env.TZ
    else process.env.TZ = TZ
  }
})
