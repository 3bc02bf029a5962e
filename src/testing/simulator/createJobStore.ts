import { isUuid } from './isUuid.js'
import { type JobTimeline, resolveTimeline } from './resolveTimeline.js'
import type { Scenario, ScenarioChoice, ScenarioName } from './Scenario.js'
import { scenarioNames, scenarios } from './scenarios.js'
import type { WireStartBody } from './wire.js'

/** A job as the simulator remembers it. What changes with time is computed, all but the cancelling. */
export interface StoredJob {
  projectId: string
  jobId: string
  promptTemplateId: string
  originalVersionId: string
  optimizedVersionId: string
  testRunId: string
  comparisonId: string
  timeline: JobTimeline
  /** Epoch milliseconds. */
  createdAt: number
  /** Epoch milliseconds; null if nobody asked to cancel the job. */
  cancelledAt: number | null
}

/** A job to remember. */
interface NewJob {
  projectId: string
  jobId: string
  /** Epoch milliseconds. */
  createdAt: number
  scenario: ScenarioChoice
  body: WireStartBody
}

/** The jobs of a simulator. */
export interface JobStore {
  add(job: NewJob): StoredJob
  find(projectId: string, jobId: string): StoredJob | undefined
  /** Newest first. */
  list(projectId: string): StoredJob[]
}

/** Creates an empty store, in memory. */
export function createJobStore({ createId, speed }: { createId: () => string; speed: number }): JobStore {
  const jobs = new Map<string, StoredJob>()
  // UUIDs are the same in capitals.
  const belongsTo = (job: StoredJob, projectId: string) =>
    job.projectId.toLowerCase() === projectId.toLowerCase()

  return {
    add({ projectId, jobId, createdAt, scenario, body }) {
      if (!isUuid(projectId))
        throw new TypeError(`projectId must be a UUID, as the service asks for: ${projectId}`)
      if (!isUuid(jobId)) throw new TypeError(`jobId must be a UUID, as the service asks for: ${jobId}`)
      if (jobs.has(jobId.toLowerCase())) throw new Error(`There is a job ${jobId} already`)
      const job: StoredJob = {
        projectId,
        jobId,
        promptTemplateId: createId(),
        originalVersionId: body.prompt_template_version_id,
        optimizedVersionId: createId(),
        testRunId: createId(),
        comparisonId: createId(),
        timeline: resolveTimeline(resolveScenario(scenario, body), {
          isTestRequested: body.run_test_after_optimization,
          speed,
        }),
        createdAt,
        cancelledAt: null,
      }
      jobs.set(jobId.toLowerCase(), job)
      return job
    },

    find(projectId, jobId) {
      const job = jobs.get(jobId.toLowerCase())
      return job && belongsTo(job, projectId) ? job : undefined
    },

    list(projectId) {
      // Reversed first, so that of two jobs of the same millisecond the later one leads: the sort is stable.
      const projectJobs = [...jobs.values()].filter((job) => belongsTo(job, projectId)).reverse()
      return projectJobs.sort((a, b) => b.createdAt - a.createdAt)
    },
  }
}

function resolveScenario(choice: ScenarioChoice, body: WireStartBody): Scenario {
  const chosen = typeof choice === 'function' ? choice(body) : choice
  if (typeof chosen !== 'string') return chosen
  if (Object.hasOwn(scenarios, chosen)) return scenarios[chosen as ScenarioName]
  throw new Error(`No scenario is named "${chosen}". There are: ${scenarioNames.join(', ')}`)
}
