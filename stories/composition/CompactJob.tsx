import { JobStatus, type JobStatusRootProps } from 'react-prompt-optimization'

/** A compact card for a narrow column. */
export function CompactJob(props: Omit<JobStatusRootProps, 'children'>) {
  return (
    <JobStatus.Root {...props}>
      <JobStatus.Connection />
      <JobStatus.Header />
      <JobStatus.Progress />
    </JobStatus.Root>
  )
}
