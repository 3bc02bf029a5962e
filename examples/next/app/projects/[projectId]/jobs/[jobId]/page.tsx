import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { optimizationJobOptions } from 'react-prompt-optimization'
import { getQueryClient } from '@/queryClient'
import { service } from '@/service'
import { maySee } from '@/session'
import { Job } from './Job'

/** Waits for the job, so that it stands in the first HTML, and leaves the rest to the browser. */
export default async function JobPage({ params }: PageProps<'/projects/[projectId]/jobs/[jobId]'>) {
  const job = await params
  if (!(await maySee(job.projectId, (await headers()).get('Cookie')))) notFound()

  const queryClient = getQueryClient()
  await queryClient.prefetchQuery(optimizationJobOptions(service, job))
  return (
    <>
      <h1>Job</h1>
      <p>The server waited for it.</p>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <Job {...job} />
      </HydrationBoundary>
    </>
  )
}
