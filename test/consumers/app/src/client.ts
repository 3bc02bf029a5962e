import {
  createOptimizationClient,
  OptimizationError,
  type OptimizationJob,
  optimizationJobSchema,
  shareAcrossTabs,
  waitForOptimizationJob,
} from 'react-prompt-optimization/api'
import * as z from 'zod'

const environment = z.object({ baseUrl: z.string() }).parse({ baseUrl: '/api/v2' })

export const client = shareAcrossTabs(
  createOptimizationClient({
    ...environment,
    getToken: async ({ isRefresh }) => (isRefresh ? 'new' : 'old'),
  }),
  { scope: 'user 1' },
)

export async function waitForPhase(projectId: string, jobId: string): Promise<string> {
  try {
    return (await waitForOptimizationJob(client, { projectId, jobId })).phase
  } catch (error) {
    if (error instanceof OptimizationError && error.isRetryable) return error.kind
    throw error
  }
}

export function parseJob(body: unknown): OptimizationJob | undefined {
  const result = optimizationJobSchema['~standard'].validate(body)
  return 'value' in result ? result.value : undefined
}
