import { vi } from 'vitest'
import { createOptimizationClient, shareAcrossTabs } from '../../src/api.js'
import { buildJob } from '../../src/testing.js'
import { respond } from '../support/respond.js'

export const JOB = { projectId: 'p', jobId: 'j' }
export const TOKEN = 'the-token'
export const SECOND = 1_000
/** How long the service takes, in milliseconds. */
export const ANSWER_AFTER = 200

/** Lets fake time pass. */
export const advance = (delayMs: number) => vi.advanceTimersByTimeAsync(delayMs)

/** A service that takes its time, and heeds nobody who hangs up. */
export function service(answer: () => Response = () => respond(buildJob()), delayMs = ANSWER_AFTER) {
  return vi.fn(async (_request: Request) => {
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    return answer()
  })
}

/** The client of one tab. */
export function openTab(fetch: (request: Request) => Promise<Response>, scope = 'user 1') {
  return shareAcrossTabs(
    createOptimizationClient({ baseUrl: 'https://service.test/api/v2', getToken: () => TOKEN, fetch }),
    { scope },
  )
}
