const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** `9m 48s`: the two largest units of a duration, in the locale's narrow form. */
export function formatDuration(durationMs: number, locale: string | undefined): string {
  let seconds = Math.max(0, Math.round(durationMs / 1000))
  const first = UNITS.findIndex(([, size]) => seconds >= size)
  const shown = first === -1 ? UNITS.slice(-1) : UNITS.slice(first, first + 2)
  return shown
    .map(([unit, size]) => {
      const count = Math.floor(seconds / size)
      seconds -= count * size
      return { unit, count }
    })
    .filter(({ count }, index) => count > 0 || index === 0)
    .map(({ unit, count }) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(count),
    )
    .join(' ')
}

/** `2h ago`, by the largest unit. A moment in the future, as a clock that is off makes it, is now. */
export function formatAgo(sinceMs: number, nowMs: number, locale: string | undefined): string {
  const seconds = Math.max(0, Math.round((nowMs - sinceMs) / 1000))
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? ['second', 1]
  const format = new Intl.RelativeTimeFormat(locale, {
    style: 'narrow',
    numeric: seconds === 0 ? 'auto' : 'always',
  })
  return format.format(-Math.floor(seconds / size), unit)
}

/** `3:12` or `1:03:12`, in the locale's digits. */
export function formatClock(durationMs: number, locale: string | undefined): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000))
  const hours = Math.floor(seconds / 3600)
  const plain = new Intl.NumberFormat(locale, { useGrouping: false })
  const padded = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 })
  const minutes = Math.floor((seconds % 3600) / 60)
  const head = hours > 0 ? [plain.format(hours), padded.format(minutes)] : [plain.format(minutes)]
  return [...head, padded.format(seconds % 60)].join(':')
}

/** `1,234,567`. */
export function formatCount(count: number, locale: string | undefined): string {
  return new Intl.NumberFormat(locale).format(count)
}
