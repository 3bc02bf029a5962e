import { optimizationJobSchema } from '../../src/api.js'
import type { JobSituation, JobWatch, OptimizationJobState } from '../../src/index.js'
import { buildJob, type WireJob } from '../../src/testing.js'

type Overrides = Partial<JobWatch> & { kind?: JobSituation['kind'] }

/** The state that the hook would return for a job as it stands on the wire, or for none. */
export function buildState(wire: Partial<WireJob> | null, overrides: Overrides = {}): OptimizationJobState {
  const job = wire && optimizationJobSchema.parse(buildJob(wire))
  return {
    kind: job?.phase ?? 'loading',
    job,
    connection: 'live',
    error: null,
    steps: [],
    stalledSince: null,
    lastCheckedAt: null,
    nextCheckAt: null,
    refetch: async () => {},
    ...overrides,
  } as OptimizationJobState
}
