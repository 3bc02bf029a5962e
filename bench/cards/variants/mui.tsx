import Card from '@mui/material/Card'
import CardContent from '@mui/material/CardContent'
import CardHeader from '@mui/material/CardHeader'
import Chip from '@mui/material/Chip'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { agoText, elapsedText, fetchJob, type Setting } from '../wire.js'

export function mount(root: HTMLElement, { jobIds, pollMs }: Setting): void {
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      {jobIds.map((jobId) => (
        <Job key={jobId} jobId={jobId} pollMs={pollMs} />
      ))}
    </QueryClientProvider>,
  )
}

function Job({ jobId, pollMs }: { jobId: string; pollMs: number | null }) {
  const { data: job } = useQuery({
    queryKey: ['job', jobId],
    queryFn: ({ signal }) => fetchJob(jobId, signal),
    refetchInterval: pollMs ?? false,
  })
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  if (!job) return <Card variant="outlined">Loading…</Card>
  const { progress, data_sources_used: sources } = job
  return (
    <Card variant="outlined" data-kind={job.status}>
      <CardHeader
        title="Prompt optimization"
        subheader={agoText(job, now)}
        action={<Chip label={job.status} size="small" />}
      />
      <CardContent>
        {progress && (
          <>
            <Typography variant="body2">{progress.step_name}</Typography>
            <Typography variant="body2" color="textSecondary">
              Step {progress.step} of {progress.total_steps} · {elapsedText(job, now)}
            </Typography>
            <LinearProgress
              variant="determinate"
              aria-label="Progress"
              value={((progress.step - 1) / progress.total_steps) * 100}
            />
          </>
        )}
        {sources && (
          <Typography variant="body2" color="textSecondary">
            {sources.human_labels_count} human labels, {sources.customer_feedback_count} feedback items
          </Typography>
        )}
      </CardContent>
    </Card>
  )
}
