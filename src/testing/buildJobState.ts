import { optimizationJobSchema } from '../core/schema.js'
import type { JobPollingInfo, JobStateVariant, OptimizationJobState } from '../hooks/deriveJobState.js'
import { buildJob } from './simulator/buildJob.js'
import type { WireJob } from './simulator/wire.js'

/** Options of {@link buildJobState}. */
export interface JobStateOverrides extends Partial<JobPollingInfo> {
  /** @default the job's phase, or `loading` without a job */
  kind?: JobStateVariant['kind'] | undefined
}

/**
 * Builds a state as `useOptimizationJob` returns it, from a job as JSON with the defaults of `buildJob`, or from null for no
 * job. By default the connection is `live`, without an error and without poll times.
 *
 * @throws $ZodError if the job does not match the schema
 *
 * @example
 * render(<JobStatusCard state={buildJobState({ status: 'queued', progress: null })} />)
 */
export function buildJobState(
  wire: Partial<WireJob> | null,
  overrides: JobStateOverrides = {},
): OptimizationJobState {
  const job = wire && optimizationJobSchema.parse(buildJob(wire))
  const kind = overrides.kind ?? job?.phase ?? 'loading'
  return {
    job,
    connection: 'live',
    error: null,
    steps: [],
    isCancelling: job?.isCancelling ?? false,
    isFetching: kind === 'loading',
    stalledSince: null,
    lastUpdatedAt: null,
    nextPollAt: null,
    refetch: async () => {},
    ...overrides,
    kind,
  } as OptimizationJobState
}
