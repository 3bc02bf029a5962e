import { screen } from '@testing-library/react'
import { advance } from '../../support/renderJobHook.js'

/** The least time between two announcements, in milliseconds. */
export const SPACING_MS = 1_500

/** How often the live region is read, in milliseconds. */
export const SAMPLING_MS = 100

export const region = () => screen.getByRole('status')

/** Announcements within `durationMs`, as [time in ms, text]. */
export async function collectAnnouncements(
  durationMs = 10_000,
  samplingMs = SAMPLING_MS,
): Promise<[timeMs: number, text: string][]> {
  const announced: [number, string][] = []
  let last = region().textContent
  for (let time = 0; time < durationMs; time += samplingMs) {
    await advance(time === 0 ? 0 : samplingMs)
    const { textContent } = region()
    if (textContent && textContent !== last) announced.push([time, textContent])
    last = textContent
  }
  return announced
}

export const announcedTexts = async () => (await collectAnnouncements()).map(([, message]) => message)
