/** The time at which every story plays, but the live ones: 3 minutes and 12 seconds after the job of `buildJob` started. */
export const NOW_MS = Date.parse('2026-01-15T09:33:12Z')

/** A moment before {@link NOW_MS}, as the wire writes it. */
export function ago({ hours = 0, minutes = 0, seconds = 0 }): string {
  return new Date(NOW_MS - ((hours * 60 + minutes) * 60 + seconds) * 1000).toISOString()
}
