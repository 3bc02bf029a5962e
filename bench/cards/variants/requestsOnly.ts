import { fetchJob, type Setting } from '../wire.js'

/** Asks, and does nothing with the answer: what no variant can do without. */
export function mount(_root: HTMLElement, { jobIds, pollMs }: Setting): void {
  for (const jobId of jobIds) {
    void fetchJob(jobId)
    if (pollMs !== null) setInterval(() => void fetchJob(jobId), pollMs)
  }
}
