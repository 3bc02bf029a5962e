import { HttpError } from './HttpError.js'
import type { SimulatedService } from './handleRequest.js'
import { isSameId } from './isUuid.js'
import type { Route } from './matchRoute.js'
import { paginate } from './paginate.js'
import { findCatalogVersion } from './readCatalog.js'
import { toWireJob } from './toWireJob.js'
import { toWirePromptVersion } from './toWirePromptVersion.js'
import { getBaselineTestRunId, toWireTestRun, toWireTestRunSummary } from './toWireTestRun.js'
import type { WirePromptVersion, WireTestRun, WireTestRunPage } from './wire.js'

export function getPromptVersion(
  projectId: string,
  ids: Route['ids'],
  service: SimulatedService,
): WirePromptVersion {
  const { template_id: templateId, version_id: versionId } = ids
  const { store, now } = service
  const jobs = store.list(projectId).filter((job) => isSameId(job.promptTemplateId, templateId))
  const creator = jobs.find(
    (job) =>
      isSameId(job.optimizedVersionId, versionId) &&
      job.timeline.results.version === 'changed' &&
      toWireJob(job, now()).optimized_version_id,
  )
  if (creator) return toWirePromptVersion(creator, 'optimized')
  const version = findCatalogVersion(projectId, ids, service)
  if (version) return version
  const user = jobs.find((job) => isSameId(job.originalVersionId, versionId))
  if (user) return toWirePromptVersion(user, 'original')
  throw new HttpError(404, 'Prompt template version not found')
}

/** The test runs of the jobs that have completed with one, newest first. */
function getTestedJobs(projectId: string, { store, now }: SimulatedService) {
  return store.list(projectId).flatMap((job) => {
    const { test_run_id, completed_at } = toWireJob(job, now())
    return test_run_id && completed_at ? [{ job, completedAt: Date.parse(completed_at) }] : []
  })
}

export function getTestRun(projectId: string, testRunId: string, service: SimulatedService): WireTestRun {
  for (const { job, completedAt } of getTestedJobs(projectId, service)) {
    if (isSameId(job.testRunId, testRunId)) return toWireTestRun(job, 'optimized', completedAt, service.now())
    if (isSameId(getBaselineTestRunId(job), testRunId))
      return toWireTestRun(job, 'original', completedAt, service.now())
  }
  throw new HttpError(404, 'Test run not found')
}

export function listTestRuns(
  projectId: string,
  query: URLSearchParams,
  service: SimulatedService,
): WireTestRunPage {
  const now = service.now()
  const all = getTestedJobs(projectId, service).flatMap(({ job, completedAt }) =>
    (['optimized', 'original'] as const).map((which) => toWireTestRunSummary(job, which, completedAt, now)),
  )
  const { rows, pagination } = paginate(all, query, service.pageSize)
  return { test_runs: rows, pagination }
}
