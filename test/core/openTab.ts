import { vi } from 'vitest'
import { createOptimizationClient, type OptimizationJob, shareAcrossTabs } from '../../src/api.js'
import { optimizationJobSchema } from '../../src/core/schema.js'
import { buildJob, type WireJob } from '../../src/testing.js'
import { respond } from '../support/respond.js'

export const JOB = { projectId: 'p', jobId: 'j' }
export const TOKEN = 'the-token'
export const SECOND = 1_000
export const RESPONSE_DELAY_MS = 200

/** Advances fake time. */
export const advance = (delayMs: number) => vi.advanceTimersByTimeAsync(delayMs)

/** Mock fetch with a delay that ignores `request.signal`. */
export function service(
  getResponse: (request: Request) => Response = ({ url }) =>
    respond(buildJob({ job_id: url.split('/').at(-1) ?? '' })),
  delayMs = RESPONSE_DELAY_MS,
) {
  return vi.fn(async (request: Request) => {
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    return getResponse(request)
  })
}

export function openTab(fetch: (request: Request) => Promise<Response>, scope = 'user 1') {
  return shareAcrossTabs(
    createOptimizationClient({ baseUrl: 'https://service.test/api/v2', getToken: () => TOKEN, fetch }),
    { scope },
  )
}

/** The job `j` as the client returns it. */
export function parseJob(wire: Partial<WireJob> = {}): OptimizationJob {
  return optimizationJobSchema.parse(buildJob({ job_id: JOB.jobId, ...wire }))
}
