/**
 * Parses a `Retry-After` header (RFC 9110, section 10.2.3): seconds, or an HTTP date. Returns milliseconds from `now`, 0
 * for a date in the past, and undefined for a missing or invalid header.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const value = header?.trim()
  if (!value) return undefined
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000
  // Date.parse reads '-5' as a year; an HTTP date starts with a weekday.
  const date = /^[a-z]/i.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
