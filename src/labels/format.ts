import type { CardLabels } from './JobLabels.js'

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** `9m 48s`: the largest units of a duration, two unless you say otherwise, in the locale's narrow form. */
export function formatDuration(durationMs: number, locale: string | undefined, units = 2): string {
  let seconds = Math.max(0, Math.round(durationMs / 1000))
  const first = UNITS.findIndex(([, size]) => seconds >= size)
  const shown = first === -1 ? UNITS.slice(-1) : UNITS.slice(first, first + units)
  return shown
    .map(([unit, size]) => {
      const count = Math.floor(seconds / size)
      seconds -= count * size
      return { unit, count }
    })
    .filter(({ count }, index) => count > 0 || index === 0)
    .map(({ unit, count }) => unitFormat(locale, unit).format(count))
    .join(' ')
}

/** `3m ago`, in the words of the labels; `just now` within the last second. */
export function formatAgo(ageMs: number, labels: CardLabels, locale: string | undefined): string {
  return ageMs < 1000 ? labels.justNow : labels.ago(formatDuration(ageMs, locale, 1))
}

/** `3:12` or `1:03:12`, in the locale's digits. */
export function formatClock(durationMs: number, locale: string | undefined): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const [plain, padded] = [clockFormat(locale, 1), clockFormat(locale, 2)]
  const head = hours > 0 ? [plain.format(hours), padded.format(minutes)] : [plain.format(minutes)]
  return [...head, padded.format(seconds % 60)].join(':')
}

/** `1,234,567`. */
export function formatCount(count: number, locale: string | undefined): string {
  return countFormat(locale).format(count)
}

/** `Thursday, January 15, 2026 at 9:30:00 AM UTC`. */
export function formatFullDate(dateTime: string, locale: string | undefined): string {
  return dateFormat(locale).format(new Date(dateTime))
}

// Making a formatter costs far more than using it, and clocks use them every second.
function remember<Key extends unknown[], Value>(make: (...key: Key) => Value): (...key: Key) => Value {
  const made = new Map<string, Value>()
  return (...key) => {
    const name = key.join()
    const value = made.get(name) ?? make(...key)
    made.set(name, value)
    return value
  }
}

const unitFormat = remember(
  (locale: string | undefined, unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }),
)
const clockFormat = remember(
  (locale: string | undefined, minimumIntegerDigits: number) =>
    new Intl.NumberFormat(locale, { minimumIntegerDigits, useGrouping: false }),
)
const countFormat = remember((locale: string | undefined) => new Intl.NumberFormat(locale))
const dateFormat = remember(
  (locale: string | undefined) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }),
)
