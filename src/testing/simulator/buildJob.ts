import type { WireJob } from './wire.js'

/**
 * Builds a job as the service returns it, for tests and stories. By default it is running, in step 2 of 4, with constant
 * dates. Overrides change nothing else: a completed job also needs its `completed_at`. A field set to undefined is absent
 * from the JSON.
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
    created_at: '2026-01-15T09:30:00Z',
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
