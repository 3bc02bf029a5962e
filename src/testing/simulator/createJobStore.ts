import { findTemplateOfVersion } from './catalog.js'
import { isSameId, isUuid } from './isUuid.js'
import { type JobTimeline, resolveTimeline } from './resolveTimeline.js'
import type { Scenario, ScenarioChoice, ScenarioName } from './Scenario.js'
import { scenarioNames, scenarios } from './scenarios.js'
import type { WireStartBody } from './wire.js'

/** Ends the message of an error that a test caused. */
export const SEE_ERROR_PAGE =
  '. See node_modules/react-prompt-optimization/docs/errors/invalid-simulator-input.md'

/** A stored job. Everything that changes over time is derived, except for the cancellation. */
export interface StoredJob {
  projectId: string
  jobId: string
  promptTemplateId: string
  originalVersionId: string
  /** The first original version of jobs that improve each other's versions. */
  rootVersionId: string
  /** How many jobs have led from there to the original version. */
  generation: number
  optimizedVersionId: string
  testRunId: string
  comparisonId: string
  timeline: JobTimeline
  createdAt: number
  /** Epoch milliseconds; null unless cancellation was requested. */
  cancelledAt: number | null
}

interface NewJob {
  projectId: string
  jobId: string
  createdAt: number
  scenario: ScenarioChoice
  body: WireStartBody
}

export interface JobStore {
  add(job: NewJob): StoredJob
  find(projectId: string, jobId: string): StoredJob | undefined
  /** Newest first. */
  list(projectId: string): StoredJob[]
}

export function createJobStore({ createId, speed }: { createId: () => string; speed: number }): JobStore {
  const jobs = new Map<string, StoredJob>()
  const belongsTo = (job: StoredJob, projectId: string) => isSameId(job.projectId, projectId)

  return {
    add({ projectId, jobId, createdAt, scenario, body }) {
      if (!isUuid(projectId)) throw new TypeError(`projectId must be a UUID: ${projectId}${SEE_ERROR_PAGE}`)
      if (!isUuid(jobId)) throw new TypeError(`jobId must be a UUID: ${jobId}${SEE_ERROR_PAGE}`)
      if (jobs.has(jobId.toLowerCase()))
        throw new Error(`A job with the ID ${jobId} already exists${SEE_ERROR_PAGE}`)
      const newTemplateId = createId()
      const originalVersionId = body.prompt_template_version_id
      const parent = [...jobs.values()].find(
        (known) => belongsTo(known, projectId) && isSameId(known.optimizedVersionId, originalVersionId),
      )
      const template = findTemplateOfVersion(originalVersionId)
      const job: StoredJob = {
        projectId,
        jobId,
        promptTemplateId: parent?.promptTemplateId ?? template?.id ?? newTemplateId,
        originalVersionId,
        rootVersionId: parent?.rootVersionId ?? originalVersionId,
        generation: parent ? parent.generation + 1 : 0,
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
      // Reversed before the stable sort, so that of two jobs with the same time the later one comes first.
      const projectJobs = [...jobs.values()].filter((job) => belongsTo(job, projectId)).reverse()
      return projectJobs.sort((a, b) => b.createdAt - a.createdAt)
    },
  }
}

function resolveScenario(choice: ScenarioChoice, body: WireStartBody): Scenario {
  const scenario = typeof choice === 'function' ? choice(body) : choice
  if (typeof scenario !== 'string') return scenario
  if (Object.hasOwn(scenarios, scenario)) return scenarios[scenario as ScenarioName]
  throw new Error(`Unknown scenario "${scenario}". Use one of: ${scenarioNames.join(', ')}${SEE_ERROR_PAGE}`)
}
