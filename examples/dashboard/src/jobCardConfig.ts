import type {
  JobComponents,
  JobLinks,
  OptimizationJob,
  OptimizationJobSummary,
} from 'react-prompt-optimization'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'
import { Link } from './Link.js'
import { buildHref } from './project.js'

// Results have links back to their job.
export const links: JobLinks = {
  job: (jobId) => jobHref({ jobId }),
  testRun: (id, { jobId }) => buildHref(`/test-runs/${encodeURIComponent(id)}`, { job: jobId }),
  comparison: (id, { jobId }) => buildHref(`/comparisons/${encodeURIComponent(id)}`, { job: jobId }),
  optimizedVersion: versionHref,
}

/** A version is read by its ID and that of its prompt template. */
export function versionHref(versionId: string, { jobId, promptTemplateId }: OptimizationJob): string {
  const path = `/versions/${encodeURIComponent(versionId)}`
  return buildHref(path, { job: jobId, template: promptTemplateId })
}

export const components: JobComponents = { Link, Summary: MarkdownSummary }

interface NamedJob extends Pick<OptimizationJobSummary, 'jobId'> {
  promptName?: string | undefined
}

/** With the ID, because a list may have many jobs of one prompt. */
export function jobTitle({ jobId, promptName }: NamedJob): string {
  return [promptName, `Job ${jobId.slice(0, 8)}`].filter(Boolean).join(' · ')
}

export function jobHref({ jobId }: Pick<OptimizationJobSummary, 'jobId'>): string {
  return buildHref(`/jobs/${encodeURIComponent(jobId)}`)
}
