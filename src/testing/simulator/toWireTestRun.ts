import type { StoredJob } from './createJobStore.js'
import { describeVersion, type Which } from './describeVersion.js'
import type { WireTestRun, WireTestRunSummary } from './wire.js'

const SESSIONS_COUNT = 24

const FIGURES: Record<Which, NonNullable<WireTestRun['summary_statistics']>> = {
  original: {
    human_evaluation: { Tone: { pass: 21, fail: 3, average_score: 4.2 } },
    auto_evaluation: {
      Accuracy: { pass: 18, fail: 6, average_score: 0.75 },
      Brevity: { pass: 20, fail: 4, average_score: 4.2 },
    },
    client_evaluation: { 'Valid JSON': { pass: 0, fail: 24 } },
  },
  optimized: {
    human_evaluation: { Tone: { pass: 21, fail: 3, average_score: 4.2 } },
    auto_evaluation: {
      Accuracy: { pass: 22, fail: 2, average_score: 0.92 },
      Brevity: { pass: 19, fail: 5, average_score: 3.9 },
    },
    client_evaluation: { 'Valid JSON': { pass: 24, fail: 0 } },
  },
}

const EMPTY = { human_evaluation: {}, auto_evaluation: {}, client_evaluation: {} }

const UNKNOWN = {
  human_evaluation: { Tone: 'mostly good' },
  auto_evaluation: { Accuracy: { score: '92 %' }, Brevity: { pass: '19', average_score: 3.9 } },
  client_evaluation: [],
}

/** The ID of the test run of the original version, which no job names. */
export function getBaselineTestRunId({ testRunId }: StoredJob): string {
  return testRunId.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
}

/** A row of `listTestRuns`, at `now`. The job has completed at `completedAt`. Both are epoch milliseconds. */
export function toWireTestRunSummary(
  job: StoredJob,
  which: Which,
  completedAt: number,
  now: number,
): WireTestRunSummary {
  const { version, testRun, figuresDelayMs } = job.timeline.results
  const isFailed = testRun === 'failed' && which === 'optimized'
  const { promptName, versionName } = describeVersion(job, version === 'identical' ? 'original' : which)
  return {
    id: which === 'optimized' ? job.testRunId : getBaselineTestRunId(job),
    name: `${promptName}, ${which}`,
    description: 'Created by the optimization',
    created_at: Math.floor(completedAt / 1000),
    prompt_name: promptName,
    prompt_version: versionName,
    sessions_count: SESSIONS_COUNT,
    status: isFailed ? 'failed' : now < completedAt + figuresDelayMs ? 'in-progress' : 'complete',
  }
}

/** The response of `getTestRun`, at `now`, which has no status. */
export function toWireTestRun(job: StoredJob, which: Which, completedAt: number, now: number): WireTestRun {
  const { status, ...summary } = toWireTestRunSummary(job, which, completedAt, now)
  const { testRun } = job.timeline.results
  const figures = { figures: FIGURES[which], empty: EMPTY, failed: FIGURES[which], unknown: UNKNOWN }[testRun]
  return {
    ...summary,
    model_name: 'gpt-4o',
    summary_statistics: status === 'complete' ? figures : null,
  }
}
