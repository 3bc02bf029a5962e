import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { HandCard } from '../HandCard.js'
import { fetchJob, type Setting, type WireJob } from '../wire.js'

export function mount(root: HTMLElement, { jobIds, pollMs }: Setting): void {
  createRoot(root).render(jobIds.map((jobId) => <Job key={jobId} jobId={jobId} pollMs={pollMs} />))
}

function Job({ jobId, pollMs }: { jobId: string; pollMs: number | null }) {
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
