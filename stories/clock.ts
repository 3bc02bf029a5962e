/** The current time in every story with a frozen clock. */
export const NOW_MS = Date.parse('2026-01-15T09:33:12Z')

/** An ISO timestamp before {@link NOW_MS}. */
export function ago({ hours = 0, minutes = 0, seconds = 0 }): string {
  return new Date(NOW_MS - ((hours * 60 + minutes) * 60 + seconds) * 1000).toISOString()
}
