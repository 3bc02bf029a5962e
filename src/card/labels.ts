import type { OptimizationJobState } from '../hooks/jobState.js'
import type { OptimizationError } from '../service/OptimizationError.js'
import { normalizeStatus } from '../service/phase.js'

/** Every word that the card shows or says. Durations and numbers arrive formatted for the card's locale. */
export interface JobLabels {
  title: string
  /** The word for the status. */
  status: (state: OptimizationJobState) => string
  idle: string
  loading: string
  queued: (ago: string) => string
  started: (ago: string) => string
  took: (duration: string, ago: string) => string
  stoppedAfter: (duration: string, ago: string) => string
  progress: string
  waitingToStart: string
  /** While the job runs and the service names no step. */
  working: string
  step: (step: string, totalSteps: string) => string
  /** Where the count of steps cannot be right. */
  stepOfUnknown: (step: string) => string
  /** What stands after the figure. */
  humanLabels: (count: number) => string
  customerFeedback: (count: number) => string
  summary: string
  showMore: string
  showLess: string
  links: string
  testRun: string
  comparison: string
  optimizedVersion: string
  failedWithoutReason: string
  /** Why nothing can be shown, or why the latest check failed, and what to do: one or two sentences. */
  problem: (error: OptimizationError) => string
  offline: string
  paused: string
  nextCheckIn: (duration: string) => string
  checking: string
  tryNow: string
  tryAgain: string
}

function statusInEnglish({ kind, job }: OptimizationJobState): string {
  if (job && normalizeStatus(job.status) === 'cancelling') return 'Cancelling'
  const words = {
    idle: 'No job',
    loading: 'Loading',
    queued: 'Queued',
    running: 'Running',
    completed: 'Completed',
    failed: 'Failed',
    cancelled: 'Cancelled',
    unavailable: 'Unavailable',
  }
  return words[kind]
}

function problemInEnglish({ kind, status = 0 }: OptimizationError): string {
  switch (kind) {
    case 'network':
      return 'The service cannot be reached.'
    case 'timeout':
      return 'The service did not answer in time.'
    case 'invalid-response':
      return 'The answer was not that of the service. Its address may be set wrong.'
    case 'invalid-request':
      return 'The request could not be sent. Check the project id, the job id and the address of the service.'
    case 'http':
      if (status === 400)
        return 'The service did not accept the request. Check the project id and the job id.'
      if (status === 401)
        return 'The service did not accept the credentials. Sign in again, or check the API key.'
      if (status === 403) return 'You have no access to this job. Ask for access to its project.'
      if (status === 404) return 'The job was not found. Check the project id and the job id.'
      if (status === 429) return 'The service asks to wait.'
      if (status >= 500 || status === 408) return 'The service has a problem.'
      return `The service refused the request (${status}).`
    default:
      return kind satisfies never
  }
}

/** The card in English. */
export const englishLabels: JobLabels = {
  title: 'Prompt optimization',
  status: statusInEnglish,
  idle: 'There is no job to show yet',
  loading: 'Loading the job…',
  queued: (ago) => `Queued ${ago}`,
  started: (ago) => `Started ${ago}`,
  took: (duration, ago) => `Took ${duration} · ${ago}`,
  stoppedAfter: (duration, ago) => `Stopped after ${duration} · ${ago}`,
  progress: 'Progress',
  waitingToStart: 'Waiting to start',
  working: 'Working',
  step: (step, totalSteps) => `Step ${step} of ${totalSteps}`,
  stepOfUnknown: (step) => `Step ${step}`,
  humanLabels: (count) => (count === 1 ? 'human label' : 'human labels'),
  customerFeedback: () => 'customer feedback',
  summary: 'What changed',
  showMore: 'Show more',
  showLess: 'Show less',
  links: 'Results',
  testRun: 'Test run',
  comparison: 'Comparison',
  optimizedVersion: 'New version',
  failedWithoutReason: 'The job failed. The service gave no reason.',
  problem: problemInEnglish,
  offline: 'You are offline. Checks go on when the connection is back.',
  paused: 'Checks are paused while this page is hidden.',
  nextCheckIn: (duration) => `Trying again in ${duration}.`,
  checking: 'Checking…',
  tryNow: 'Try now',
  tryAgain: 'Try again',
}
