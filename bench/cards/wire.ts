/** Wire format of a job, as far as the variants use it. */
export interface WireJob {
  job_id: string
  status: string
  created_at: string
  completed_at: string | null
  data_sources_used: { human_labels_count: number; customer_feedback_count: number } | null
  progress: { step: number; total_steps: number; step_name: string } | null
}

export const PROJECT_ID = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

/** Benchmark settings from the query string. */
export interface Setting {
  jobIds: string[]
  /** Null disables polling, so that only the clocks tick. */
  pollMs: number | null
  /** Whether TanStack Query notifies once a frame, as in the guide to many cards. */
  isBatchedByFrame: boolean
}

export async function fetchJob(jobId: string, signal?: AbortSignal): Promise<WireJob> {
  const url = `/api/v2/projects/${PROJECT_ID}/prompt-optimization-jobs/${jobId}`
  const response = await fetch(url, { signal: signal ?? null, cache: 'no-store' })
  if (!response.ok) throw new Error(`The service responded with ${response.status}`)
  return response.json()
}

export function elapsedText(job: WireJob, nowMs: number): string {
  const seconds = Math.max(0, Math.floor((nowMs - Date.parse(job.created_at)) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export function agoText(job: WireJob, nowMs: number): string {
  const seconds = Math.max(0, Math.floor((nowMs - Date.parse(job.created_at)) / 1000))
  return `Started ${seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m`} ago`
}
