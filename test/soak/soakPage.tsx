import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { JobStatusCard, OptimizationProvider, useOptimizationJob } from 'react-prompt-optimization'
import { createOptimizationClient } from 'react-prompt-optimization/api'
import { createJobSimulator, type Fault, type ScenarioEnding } from 'react-prompt-optimization/testing'

// The random generator is seeded, so that every run is the same.
const JOBS = 200
const FAULT_RATE = 0.06
const MINUTE = 60_000
const projectId = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'

/** Seeded random number generator (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const random = createRandom(20_260_115)
const pickRandom = <Value,>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value

const FAULTS: Fault[] = [
  { status: 500 },
  { status: 503, retryAfter: 45 },
  { status: 429, retryAfter: 20 },
  { status: 408 },
  { body: '<!doctype html>' },
  { body: '{"job_id": 7}', contentType: 'application/json' },
  { delayMs: 4_000 },
  { delayMs: 60_000 },
  'reset',
  'hang',
]

const ENDINGS: ScenarioEnding[] = [
  { outcome: 'completed', changesSummary: 'Made the refund policy explicit.\n\n- shorter\n- clearer' },
  { outcome: 'completed', changesSummary: null },
  { outcome: 'failed', errorMessage: 'The dataset is empty.' },
  { outcome: 'cancelled' },
]

const simulator = createJobSimulator({ projectIds: [projectId] })
const expected = new Map<string, string>()
for (let index = 0; index < JOBS; index++) {
  const ending = pickRandom(ENDINGS)
  const stepMs = (1 + random() * 11) * MINUTE
  const steps = ['Analyzing', 'Optimizing prompt', 'Running test', 'Comparing'].map((name) => ({
    name,
    durationMs: stepMs,
  }))
  const jobId = simulator.addJob({ projectId, scenario: { pendingMs: random() * MINUTE, steps, ending } })
  expected.set(jobId, ending.outcome)
}

let requests = 0
let faults = 0
const client = createOptimizationClient({
  baseUrl: `${location.origin}/api/v2`,
  fetch(request) {
    requests++
    if (random() < FAULT_RATE) {
      faults++
      simulator.injectFault(pickRandom(FAULTS))
    }
    // Clear the simulator’s request log, whose growth would look like a leak.
    ;(simulator.requests as unknown[]).length = 0
    return simulator(request)
  },
})

Object.assign(window, { soak: () => ({ requests, faults, expected: [...expected] }) })

function Job({ jobId }: { jobId: string }) {
  return <JobStatusCard id={jobId} state={useOptimizationJob({ projectId, jobId })} locale="en" />
}

createRoot(document.body.appendChild(document.createElement('main'))).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <OptimizationProvider client={client}>
        {[...expected.keys()].map((jobId) => (
          <Job key={jobId} jobId={jobId} />
        ))}
      </OptimizationProvider>
    </QueryClientProvider>
  </StrictMode>,
)
