import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { optimizationJobOptions } from 'react-prompt-optimization'
import { getQueryClient } from '@/queryClient'
import { service } from '@/service'
import { canViewProject } from '@/session'
import { Job } from './Job'

// Nothing below the layout can be prerendered: it depends on the user.
export const instant = false

/** Awaits the job, so that the initial HTML includes it. */
export default async function JobPage({ params }: PageProps<'/projects/[projectId]/jobs/[jobId]'>) {
  const job = await params
  if (!(await canViewProject(job.projectId, (await headers()).get('Cookie')))) notFound()

  const queryClient = getQueryClient()
  await queryClient.prefetchQuery(optimizationJobOptions(service, job))
  return (
    <>
      <h1>Job</h1>
      <p>The server sent this page with the job.</p>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <Job {...job} />
      </HydrationBoundary>
    </>
  )
}
