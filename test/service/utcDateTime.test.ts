import { describe, expect, it } from 'vitest'
import { toUtcDateTime } from '../../src/service/utcDateTime.js'

describe('reading a date-time', () => {
  it.each([
    ['2023-11-07T05:31:56Z', '2023-11-07T05:31:56.000Z'],
    ['2023-11-07T05:31:56.123456Z', '2023-11-07T05:31:56.123Z'],
    ['2023-11-07T05:31:56.123456+00:00', '2023-11-07T05:31:56.123Z'],
    ['2023-11-07T07:31:56+02:00', '2023-11-07T05:31:56.000Z'],
    ['2023-11-07T00:01:56-0530', '2023-11-07T05:31:56.000Z'],
    ['2023-11-07T07:31:56+02', '2023-11-07T05:31:56.000Z'],
    ['2023-11-07 05:31:56.5', '2023-11-07T05:31:56.500Z'],
    ['2023-11-07T05:31', '2023-11-07T05:31:00.000Z'],
    [' 2023-11-07T05:31:56Z\n', '2023-11-07T05:31:56.000Z'],
  ])('reads %s', (value, utc) => {
    expect(toUtcDateTime(value)).toBe(utc)
  })

  it('takes one without an offset for UTC, wherever the reader is', () => {
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

  it.each([
    '',
    'yesterday',
    '2023-13-07T05:31:56Z',
    '2023-11-07',
    '2023-11-07T25:00:00Z',
    '1699335116',
    '2023-11-07T05:31:56Z or later',
    'since 2023-11-07T05:31:56Z',
  ])('refuses %j', (value) => {
    expect(toUtcDateTime(value)).toBeNull()
  })
})
