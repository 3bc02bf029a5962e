import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { HandCard } from '../HandCard.js'
import { fetchJob, type Setting } from '../wire.js'

export function mount(root: HTMLElement, { jobIds, ...setting }: Setting): void {
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      {jobIds.map((jobId) => (
        <Job key={jobId} jobId={jobId} {...setting} />
      ))}
    </QueryClientProvider>,
  )
}

function Job({ jobId, pollMs }: Omit<Setting, 'jobIds'> & { jobId: string }) {
  const { data = null } = useQuery({
    queryKey: ['job', jobId],
    queryFn: ({ signal }) => fetchJob(jobId, signal),
    refetchInterval: pollMs ?? false,
  })
  return <HandCard job={data} />
}
