import type { WireJob } from './wire.js'

const AGE_MS = 192_000
const DAY_MS = 86_400_000

let createdAt = Number.NaN

/** Follows the clock by days only, so that a test whose clock advances gets the same job from each call. */
function getCreatedAt(completedAt: string | null | undefined): string {
  const completedAtMs = Date.parse(completedAt ?? '')
  if (!Number.isNaN(completedAtMs)) return new Date(completedAtMs - AGE_MS).toISOString()
  const ageMs = Date.now() - createdAt
  if (!(ageMs >= AGE_MS && ageMs < DAY_MS)) createdAt = Date.now() - AGE_MS
  return new Date(createdAt).toISOString()
}

/**
 * Builds a job as the service returns it, for tests and stories. By default it is running, in step 2 of 4, and was created 3 min
 * 12 s ago, or before its `completed_at`. Calls within a day return the same time, unless the clock is set back. Overrides change nothing
 * else: a completed job also needs its `completed_at`. A field set to undefined is absent from the JSON.
 *
 * @example
 * const job = buildJob({ status: 'failed', error_message: 'The dataset is empty.' })
 */
export function buildJob(overrides: Partial<WireJob> = {}): WireJob {
  return {
    job_id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
    status: 'running',
    prompt_template_id: '6f1a2f0e-51c3-4f0b-9a1d-0c5b8e7d2a11',
    original_version_id: 'b2d0c6a4-7e1f-4c53-8f7e-4a9d3b6c5e22',
    run_test_after_optimization: true,
    created_at: getCreatedAt(overrides.completed_at),
    optimized_version_id: null,
    test_run_id: null,
    comparison_id: null,
    changes_summary: null,
    error_message: null,
    data_sources_used: { human_labels_count: 123, customer_feedback_count: 45 },
    completed_at: null,
    progress: { step: 2, total_steps: 4, step_name: 'Optimizing prompt' },
    ...overrides,
  }
}
