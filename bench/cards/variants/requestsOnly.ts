import { fetchJob, type Setting } from '../wire.js'

/** Baseline: polls and ignores the responses. */
export function mount(_root: HTMLElement, { jobIds, pollMs }: Setting): void {
  for (const jobId of jobIds) {
    void fetchJob(jobId)
    if (pollMs !== null) setInterval(() => void fetchJob(jobId), pollMs)
  }
}
