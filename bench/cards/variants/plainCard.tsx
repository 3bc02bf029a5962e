import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { HandCard } from '../HandCard.js'
import { fetchJob, type Setting, type WireJob } from '../wire.js'

export function mount(root: HTMLElement, { jobIds, ...setting }: Setting): void {
  createRoot(root).render(jobIds.map((jobId) => <Job key={jobId} jobId={jobId} {...setting} />))
}

function Job({ jobId, pollMs }: Omit<Setting, 'jobIds'> & { jobId: string }) {
  const [job, setJob] = useState<WireJob | null>(null)
  useEffect(() => {
    const load = async () => setJob(await fetchJob(jobId))
    void load()
    if (pollMs === null) return
    const timer = setInterval(load, pollMs)
    return () => clearInterval(timer)
  }, [jobId, pollMs])
  return <HandCard job={job} />
}
