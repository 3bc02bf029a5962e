import { optimizationJobSchema } from '../core/schema.js'
import type { JobPollingInfo, JobStateVariant, OptimizationJobState } from '../hooks/deriveJobState.js'
import { buildJob } from './simulator/buildJob.js'
import type { WireJob } from './simulator/wire.js'

/** What {@link buildJobState} can be told apart from the job. */
export interface JobStateOverrides extends Partial<JobPollingInfo> {
  /** @default the job's phase, or `loading` without a job */
  kind?: JobStateVariant['kind'] | undefined
}

/**
 * Builds the state that `useOptimizationJob` returns, for a component that takes one: of a job as it stands on the wire,
 * with `buildJob`'s defaults for what you leave out, or of none. Nothing is checked, nothing is planned, and nothing is
 * wrong, unless you say so.
 *
 * @throws $ZodError where the job is none that the service could answer
 *
 * @example
 * render(<JobStatusCard state={buildJobState({ status: 'queued', progress: null })} />)
 */
export function buildJobState(
  wire: Partial<WireJob> | null,
  overrides: JobStateOverrides = {},
): OptimizationJobState {
  const job = wire && optimizationJobSchema.parse(buildJob(wire))
  return {
    kind: job?.phase ?? 'loading',
    job,
    connection: 'live',
    error: null,
    steps: [],
    stalledSince: null,
    lastUpdatedAt: null,
    nextPollAt: null,
    refetch: async () => {},
    ...overrides,
  } as OptimizationJobState
}
