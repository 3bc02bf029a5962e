import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { optimizationJobOptions } from 'react-prompt-optimization'
import { getQueryClient } from '@/queryClient'
import { service } from '@/service'
import { canViewProject } from '@/session'
import { StreamedJob } from './StreamedJob'

// Nothing below the layout can be prerendered: it depends on the user.
export const instant = false

/** Prefetches the job without awaiting it: the page is sent immediately, and the job is streamed in the same response. */
export default async function StreamedJobPage({
  params,
}: PageProps<'/projects/[projectId]/jobs/[jobId]/streamed'>) {
  const job = await params
  if (!(await canViewProject(job.projectId, (await headers()).get('Cookie')))) notFound()

  const queryClient = getQueryClient()
  void queryClient.prefetchQuery(optimizationJobOptions(service, job))
  return (
    <>
      <h1>Job</h1>
      <p>The server sent this page before the job.</p>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <StreamedJob {...job} />
      </HydrationBoundary>
    </>
  )
}
