'use client'

import { JobStatusConnection } from './JobStatusConnection.js'
import { JobStatusDataSources } from './JobStatusDataSources.js'
import { JobStatusError } from './JobStatusError.js'
import { JobStatusHeader } from './JobStatusHeader.js'
import { JobStatusLinks } from './JobStatusLinks.js'
import { JobStatusProgress } from './JobStatusProgress.js'
import { JobStatusRoot, type JobStatusRootProps } from './JobStatusRoot.js'
import { JobStatusSummary } from './JobStatusSummary.js'

/** Props of {@link JobStatusCard}. */
export type JobStatusCardProps = Omit<JobStatusRootProps, 'children'>

/**
 * Shows one job, in whatever state it is. It takes a state and never fetches. For another arrangement, compose the parts
 * under `JobStatus`.
 *
 * @example
 * const state = useOptimizationJob({ projectId, jobId })
 * return <JobStatusCard state={state} links={{ testRun: (id) => `/test-runs/${id}` }} />
 */
export function JobStatusCard(props: JobStatusCardProps) {
  return (
    <JobStatusRoot {...props}>
      <JobStatusHeader />
      <JobStatusProgress />
      <JobStatusError />
      <JobStatusDataSources />
      <JobStatusSummary />
      <JobStatusLinks />
      <JobStatusConnection />
    </JobStatusRoot>
  )
}
