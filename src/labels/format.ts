import type { CardLabels } from './CardLabels.js'

// Each unit with its length in seconds, and how many of it make the next larger unit.
const UNITS = [
  ['day', 86_400, Number.POSITIVE_INFINITY],
  ['hour', 3_600, 24],
  ['minute', 60, 60],
  ['second', 1, 60],
] as const

/** `9m 48s`: the largest units of a duration, two by default, in the words of the labels and the digits of the locale. */
export function formatDuration(
  durationMs: number,
  labels: CardLabels,
  locale: string | undefined,
  units = 2,
): string {
  const seconds = Math.max(0, Math.round(durationMs / 1000))
  const first = UNITS.findIndex(([, size]) => seconds >= size || size === 1)
  return UNITS.slice(first, first + units)
    .flatMap(([unit, size, ofNext], index) => {
      const count = Math.floor(seconds / size) % ofNext
      return count > 0 || index === 0 ? labels.durationPart(formatCount(count, locale), unit) : []
    })
    .join(labels.durationSeparator ?? ' ')
}

/** `3m ago`; `just now` below one second. */
export function formatAgo(ageMs: number, labels: CardLabels, locale: string | undefined): string {
  // Rounded down, like the clock of the elapsed time.
  const seconds = Math.floor(ageMs / 1000)
  return seconds < 1 ? labels.justNow : labels.ago(formatDuration(seconds * 1000, labels, locale, 1))
}

/** `3:12` or `1:03:12`, in the locale's digits; from a day on, `3d 2h`. */
export function formatClock(durationMs: number, labels: CardLabels, locale: string | undefined): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000))
  const hours = Math.floor(seconds / 3600)
  if (hours > 23) return formatDuration(durationMs, labels, locale)
  const minutes = Math.floor(seconds / 60) % 60
  return [...(hours > 0 ? [hours] : []), minutes, seconds % 60]
    .map((count, index) => formatInteger(count, locale, { minimumIntegerDigits: index === 0 ? 1 : 2 }))
    .join(':')
}

/** `1,234,567`. */
export function formatCount(count: number, locale: string | undefined): string {
  return formatInteger(count, locale, {})
}

/** `0.92`: at most two decimals. */
export function formatDecimal(value: number, locale: string | undefined): string {
  return numberFormat(locale, { maximumFractionDigits: 2 }).format(value)
}

/** `+17`, `−0.3` or `0`: at most two decimals. `always` also gives zero a sign. */
export function formatSigned(
  value: number,
  locale: string | undefined,
  signDisplay: 'always' | 'exceptZero' = 'exceptZero',
): string {
  // As long as a plus, unlike a hyphen.
  return numberFormat(locale, { maximumFractionDigits: 2, signDisplay }).format(value).replace('-', '−')
}

// The digits of languages that are not listed may be others, and `-u-` may select others.
const HAS_ASCII_DIGITS =
  /^(cs|da|de|el|en|es|fi|fr|he|hu|it|ja|ko|nb|nl|pl|pt|ro|ru|sv|th|tr|uk|vi|zh)(?=-|$)(?!.*-u-)/i

/** Creating the first formatter takes longer than rendering a card, so small numbers need none where digits are ASCII. */
function formatInteger(
  count: number,
  locale: string | undefined,
  options: Intl.NumberFormatOptions & { minimumIntegerDigits?: number },
): string {
  if (count >= 0 && count < 1000 && HAS_ASCII_DIGITS.test(locale ?? ''))
    return String(count).padStart(options.minimumIntegerDigits ?? 1, '0')
  return numberFormat(locale, options).format(count)
}

/** `Thursday, January 15, 2026 at 9:30:00 AM UTC`. */
export function formatFullDate(dateTime: string, locale: string | undefined): string {
  return dateFormat(locale, { dateStyle: 'full', timeStyle: 'long' }).format(new Date(dateTime))
}

/** `Jan 15, 2026, 9:30 AM`. */
export function formatDate(dateTime: string, locale: string | undefined): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(dateTime))
}

// Creating a formatter costs far more than using it, and clocks format every second.
function memoize<Options, Format>(create: (locale: string | undefined, options: Options) => Format) {
  const cache = new Map<string, Format>()
  return (locale: string | undefined, options: Options): Format => {
    const key = JSON.stringify([locale, options])
    const format = cache.get(key) ?? create(locale, options)
    cache.set(key, format)
    return format
  }
}

const numberFormat = memoize(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
)
const dateFormat = memoize(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)
