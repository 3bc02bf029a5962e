import type { JobComponents, JobLinks, OptimizationJobSummary } from 'react-prompt-optimization'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'
import { Link } from './Link.js'
import { buildHref } from './project.js'

export const links: JobLinks = {
  testRun: (id) => buildHref(`/test-runs/${encodeURIComponent(id)}`),
  comparison: (id) => buildHref(`/comparisons/${encodeURIComponent(id)}`),
  optimizedVersion: (id) => buildHref(`/versions/${encodeURIComponent(id)}`),
}

export const components: JobComponents = { Link, Summary: MarkdownSummary }

export function jobTitle({ jobId }: Pick<OptimizationJobSummary, 'jobId'>): string {
  return `Job ${jobId.slice(0, 8)}`
}

export function jobHref({ jobId }: Pick<OptimizationJobSummary, 'jobId'>): string {
  return buildHref(`/jobs/${encodeURIComponent(jobId)}`)
}
