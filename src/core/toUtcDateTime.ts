const DATE_TIME = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d+))?\s*([Zz]|[+-]\d\d(?::?\d\d)?)?$/

/**
 * Converts a date-time to a UTC ISO string with milliseconds; null if it is invalid. Without an offset it is UTC, as
 * Python writes it, although JavaScript would parse it as local time.
 */
export function toUtcDateTime(value: string): string | null {
  const match = DATE_TIME.exec(value.trim())
  if (!match) return null
  const [, date, time, fraction = '', offset = 'Z'] = match
  // Engines only agree on three fractional digits and on offsets of the form ±hh:mm.
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0')
  const seconds = time?.length === 5 ? `${time}:00` : time
  const zone = /z/i.test(offset) ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`
  const instant = new Date(`${date}T${seconds}.${milliseconds}${zone}`)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}
