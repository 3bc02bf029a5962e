import { getClockId } from '../../core/deviceClock.js'

// More than two synchronized clocks differ.
const TOLERANCE_MS = 5_000
const MAX_AGE_MS = 30 * 86_400_000

// A time that was ahead of the device's clock stays unreliable when the clock has caught up, until it is set.
const timesAhead = new Set<number>()
let clockId: number | undefined

/**
 * How long ago a time of the service is, in milliseconds. Null if this device's clock is evidently behind the service's, so
 * that it can't be known, and after 30 days.
 */
export function getAge(dateTime: string, nowMs: number): number | null {
  const timeMs = Date.parse(dateTime)
  const ageMs = nowMs - timeMs
  if (clockId !== getClockId()) timesAhead.clear()
  clockId = getClockId()
  if (ageMs < -TOLERANCE_MS) timesAhead.add(timeMs)
  return timesAhead.has(timeMs) || ageMs > MAX_AGE_MS ? null : Math.max(0, ageMs)
}
