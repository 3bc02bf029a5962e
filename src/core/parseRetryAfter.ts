/**
 * Parses a `Retry-After` header (RFC 9110, section 10.2.3): seconds, or an HTTP date. Returns milliseconds from `sentAt`
 * (NaN if unknown), 0 for an earlier date, and undefined for a missing or invalid header, or a date without `sentAt`.
 */
export function parseRetryAfter(header: string | null, sentAt: number): number | undefined {
  const value = header?.trim()
  if (!value) return undefined
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000
  // Date.parse reads '-5' as a year; an HTTP date starts with a weekday.
  const delayMs = /^[a-z]/i.test(value) ? Date.parse(value) - sentAt : Number.NaN
  return Number.isNaN(delayMs) ? undefined : Math.max(0, delayMs)
}
