import { createRoot } from 'react-dom/client'
import { JobStatusCard, type JobStep } from 'react-prompt-optimization'
import { OptimizationError } from 'react-prompt-optimization/api'
import { buildJobState, createTestApp } from 'react-prompt-optimization/testing/react'
import styles from '../../src/styles.css?inline'

// Six cards. The test stops the clock before it opens the page.
const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const nowMs = Date.now()

const toDate = (agoMs: number) => new Date(nowMs - agoMs).toISOString()
const toId = (digit: number) => `${String(digit).repeat(8)}-0d44-4b50-8888-8dd25736052a`

const NAMES = ['Analyzing examples', 'Optimizing prompt', 'Running baseline test']

/** Steps that took a minute each, of which the last one began this long ago. */
function buildSteps(count: number, lastMs: number, endedAt: number | null): JobStep[] {
  const lastStartedAt = nowMs - lastMs
  return NAMES.slice(0, count).map((name, index) => {
    const firstObservedAt = lastStartedAt - (count - 1 - index) * MINUTE_MS
    const isLast = index === count - 1
    return {
      step: index + 1,
      name,
      firstObservedAt,
      endedAt: isLast ? endedAt : firstObservedAt + MINUTE_MS,
      isStartObserved: true,
    }
  })
}

const states = {
  queued: buildJobState({
    job_id: toId(1),
    status: 'queued',
    created_at: toDate(12 * SECOND_MS),
    progress: null,
    data_sources_used: null,
  }),
  running: buildJobState(
    { job_id: toId(2), created_at: toDate(3 * MINUTE_MS + 12 * SECOND_MS) },
    { steps: buildSteps(2, 2 * MINUTE_MS + 12 * SECOND_MS, null) },
  ),
  stalled: buildJobState(
    { job_id: toId(3), created_at: toDate(18 * MINUTE_MS) },
    {
      connection: 'retrying',
      error: new OptimizationError('The service could not be reached', { kind: 'network' }),
      stalledSince: nowMs - 14 * MINUTE_MS,
      lastUpdatedAt: nowMs - 12 * SECOND_MS,
      nextPollAt: nowMs + 8 * SECOND_MS,
    },
  ),
  completed: buildJobState({
    job_id: toId(4),
    status: 'completed',
    created_at: toDate(130 * MINUTE_MS),
    completed_at: toDate(120 * MINUTE_MS),
    optimized_version_id: toId(7),
    test_run_id: toId(8),
    comparison_id: toId(9),
    changes_summary: 'Made the refund policy explicit.',
    progress: { step: 4, total_steps: 4, step_name: 'Running optimized test' },
  }),
  failed: buildJobState(
    {
      job_id: toId(5),
      status: 'failed',
      created_at: toDate(20 * MINUTE_MS),
      completed_at: toDate(16 * MINUTE_MS),
      error_message: 'The dataset has no example with a label.',
      data_sources_used: { human_labels_count: 0, customer_feedback_count: 45 },
      progress: { step: 3, total_steps: 4, step_name: 'Running baseline test' },
    },
    { steps: buildSteps(3, 18 * MINUTE_MS, nowMs - 16 * MINUTE_MS) },
  ),
  canceling: buildJobState({ job_id: toId(6), created_at: toDate(2 * MINUTE_MS) }),
}

const links = {
  testRun: (id: string) => `/test-runs/${id}`,
  comparison: (id: string) => `/comparisons/${id}`,
  optimizedVersion: (id: string) => `/versions/${id}`,
}

const stylesheet = new CSSStyleSheet()
stylesheet.replaceSync(styles)
document.adoptedStyleSheets.push(stylesheet)

const { wrapper: App } = createTestApp({ fetch: () => Promise.reject(new Error('Cards do not fetch.')) })

createRoot(document.body.appendChild(document.createElement('main'))).render(
  <App>
    {Object.entries(states).map(([name, state]) => (
      <JobStatusCard key={name} id={name} state={state} links={links} onCancel={() => {}} />
    ))}
  </App>,
)
