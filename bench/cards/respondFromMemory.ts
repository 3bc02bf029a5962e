declare global {
  // The benchmark reads and updates this object.
  var service: {
    step: number
    polls: number
    responses: number
    /** Sum and count of the times between two polls of a job. */
    gaps: { totalMs: number; count: number }
  }
}

const RESPONSE_DELAY_MS = 30
const CREATED_AT = new Date(Date.now() - 83_000).toISOString()

/** Stubs `fetch`, because network overhead would dominate the comparison. */
export function respondFromMemory(): void {
  globalThis.service = { step: 1, polls: 0, responses: 0, gaps: { totalMs: 0, count: 0 } }
  const polledAt = new Map<string, number>()
  globalThis.fetch = async (input) => {
    const url = input instanceof Request ? input.url : String(input)
    const now = performance.now()
    service.polls++
    service.gaps.totalMs += now - (polledAt.get(url) ?? now)
    service.gaps.count += polledAt.has(url) ? 1 : 0
    polledAt.set(url, now)
    await new Promise((resolve) => setTimeout(resolve, RESPONSE_DELAY_MS))
    service.responses++
    return new Response(buildJobJson(url.slice(url.lastIndexOf('/') + 1)), {
      headers: { 'Content-Type': 'application/json' },
    })
  }
}

function buildJobJson(jobId: string): string {
  const { step } = service
  return JSON.stringify({
    job_id: jobId,
    status: 'running',
    prompt_template_id: '6f1a2f0e-51c3-4f0b-9a1d-0c5b8e7d2a11',
    original_version_id: 'b2d0c6a4-7e1f-4c53-8f7e-4a9d3b6c5e22',
    optimized_version_id: null,
    run_test_after_optimization: true,
    test_run_id: null,
    comparison_id: null,
    changes_summary: null,
    error_message: null,
    data_sources_used: { human_labels_count: 123, customer_feedback_count: 45 },
    created_at: CREATED_AT,
    completed_at: null,
    progress: { step, total_steps: 12, step_name: `Working on part ${step}` },
  })
}
