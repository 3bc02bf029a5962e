// Compares polling policies by request count and detection delay. `npm run bench:polling` builds the package first.
import { pollDelay } from '../dist/core/pollDelay.js'

const JOBS = 4_000
const STEP_SECONDS = [45, 75, 100, 100]
const REQUEST_MS = 150

/** Seeded random number generator (mulberry32), so that every run simulates the same jobs. */
function createRandom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const random = createRandom(20_260_115)
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
const logNormal = (median, sigma) => median * Math.exp(sigma * normal())

/** Random job; one in five has a single step. */
function createJob(index) {
  const factor = logNormal(1, 0.4)
  const steps = index % 5 === 0 ? [STEP_SECONDS[1]] : STEP_SECONDS
  return {
    jobId: `job-${index}`,
    pendingMs: logNormal(3_000, 0.5),
    stepsMs: steps.map((seconds) => logNormal(seconds * 1000, 0.35) * factor),
    firstPollMs: random() * 200,
  }
}

/** Response at `timeMs`. */
function getJobAt({ pendingMs, stepsMs }, timeMs) {
  let leftMs = timeMs - pendingMs
  if (leftMs < 0) return { phase: 'queued', progress: null }
  for (const [index, durationMs] of stepsMs.entries()) {
    if (leftMs < durationMs) {
      return {
        status: 'running',
        phase: 'running',
        progress: { step: index + 1, totalSteps: stepsMs.length, stepName: '' },
      }
    }
    leftMs -= durationMs
  }
  return { phase: 'completed', progress: null }
}

/** Polls one job and returns its request count and the detection delay of each change. */
function poll(job, getDelay) {
  const starts = job.stepsMs.map((_, index) =>
    job.stepsMs.slice(0, index).reduce((sum, durationMs) => sum + durationMs, job.pendingMs),
  )
  const endMs = job.stepsMs.reduce((sum, durationMs) => sum + durationMs, job.pendingMs)
  const stepDelaysMs = []
  let observedStep = 0
  let timeMs = job.firstPollMs
  for (let pollCount = 1; ; pollCount++) {
    const response = getJobAt(job, timeMs)
    const responseMs = timeMs + REQUEST_MS
    const step = response.phase === 'completed' ? job.stepsMs.length : (response.progress?.step ?? 0)
    // A step that ended between two polls also counts from its start.
    while (observedStep < step) stepDelaysMs.push(responseMs - starts[observedStep++])
    if (response.phase === 'completed')
      return { requests: pollCount, endDelayMs: responseMs - endMs, stepDelaysMs }
    timeMs =
      responseMs +
      getDelay(
        { jobId: job.jobId, job: response, error: null, consecutiveFailures: 0, pollCount },
        responseMs,
      )
  }
}

const fixed = (seconds) => () => seconds * 1000
const policies = {
  'fixed 1 s': fixed(1),
  'fixed 2 s': fixed(2),
  'fixed 5 s': fixed(5),
  'fixed 10 s': fixed(10),
  'backoff 1 s · 1.5ⁿ, at most 30 s': ({ pollCount }) => Math.min(1000 * 1.5 ** (pollCount - 1), 30_000),
  pollDelay: (context) => pollDelay(context),
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]

const jobs = Array.from({ length: JOBS }, (_, index) => createJob(index))
const results = Object.entries(policies).map(([name, getDelay]) => {
  const runs = jobs.map((job) => poll(job, getDelay))
  const endDelaysMs = runs.map(({ endDelayMs }) => endDelayMs)
  return {
    name,
    requests: mean(runs.map(({ requests }) => requests)),
    endMean: mean(endDelaysMs) / 1000,
    endP95: percentile(endDelaysMs, 0.95) / 1000,
    stepMean: mean(runs.flatMap(({ stepDelaysMs }) => stepDelaysMs)) / 1000,
  }
})

const lengthMs = mean(jobs.map(({ pendingMs, stepsMs }) => pendingMs + mean(stepsMs) * stepsMs.length))
console.log(`${JOBS} jobs of ${Math.round(lengthMs / 1000)} s on average; a request takes ${REQUEST_MS} ms\n`)
console.log('| policy | requests per job | end detected after, mean | p95 | step detected after, mean |')
console.log('|---|---:|---:|---:|---:|')
for (const { name, requests, endMean, endP95, stepMean } of results) {
  const seconds = [endMean, endP95, stepMean].map((value) => `${value.toFixed(2)} s`).join(' | ')
  console.log(`| ${name} | ${requests.toFixed(1)} | ${seconds} |`)
}

const [five, ten, ours] = ['fixed 5 s', 'fixed 10 s', 'pollDelay'].map((name) =>
  results.find((result) => result.name === name),
)
const earlier = 1 - ours.endMean / five.endMean
const isMet = ours.requests <= five.requests && earlier >= 0.35 && ours.stepMean <= ten.stepMean
console.log(
  `\nCompared with fixed 5 s: ${(ours.requests / five.requests).toFixed(2)} of the requests, the end detected ` +
    `${Math.round(earlier * 100)} % earlier. Step changes: ${(ours.stepMean / ten.stepMean).toFixed(2)} of fixed 10 s.`,
)
if (!isMet) {
  console.error(
    'The policy misses its target: no more requests than fixed 5 s, ends detected 35 % earlier, steps no later than fixed 10 s.',
  )
  process.exitCode = 1
}
