import type { JobReference } from './job.js'
import type { ResultMessage } from './tabMessage.js'

// Below the shortest poll interval, so that a poll never takes an earlier result for its own.
const LIFETIME_MS = 500

/** The last result of each job from another tab, kept for a moment and for a number of uses. */
export interface RecentResults {
  add(message: ResultMessage, uses: number): void
  take(job: JobReference): ResultMessage | undefined
  delete(job: JobReference): void
}

export function createRecentResults(): RecentResults {
  const results = new Map<string, { message: ResultMessage; usesLeft: number }>()

  return {
    add(message, uses) {
      if (uses === 0) return
      const key = toJobKey(message)
      const result = { message, usesLeft: uses }
      results.set(key, result)
      setTimeout(() => {
        if (results.get(key) === result) results.delete(key)
      }, LIFETIME_MS)
    },

    take(job) {
      const key = toJobKey(job)
      const result = results.get(key)
      // Browsers delay the timers of hidden pages.
      if (!result || Date.now() - result.message.sentAt > LIFETIME_MS) return undefined
      result.usesLeft--
      if (result.usesLeft === 0) results.delete(key)
      return result.message
    },

    delete: (job) => void results.delete(toJobKey(job)),
  }
}

export function toJobKey({ projectId, jobId }: JobReference): string {
  return JSON.stringify([projectId, jobId])
}
