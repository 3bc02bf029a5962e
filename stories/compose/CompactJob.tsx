import { JobStatus, type JobStatusRootProps } from 'react-prompt-optimization'

/** A card of one's own: the parts that a narrow column has room for, in another order. */
export function CompactJob(props: Omit<JobStatusRootProps, 'children'>) {
  return (
    <JobStatus.Root {...props}>
      <JobStatus.Connection />
      <JobStatus.Header />
      <JobStatus.Progress />
    </JobStatus.Root>
  )
}
