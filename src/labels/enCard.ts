import type { CardLabels, StatusKey } from './CardLabels.js'
import type { ErrorKey } from './getErrorKey.js'

const STATUS_LABELS: Record<StatusKey, string> = {
  idle: 'No job',
  loading: 'Loading',
  queued: 'Queued',
  running: 'Running',
  cancelling: 'Canceling',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Canceled',
  error: 'Unavailable',
}

const ERROR_LABELS: Record<ErrorKey, string> = {
  token: 'Couldn’t sign in to the service.',
  network: 'Can’t reach the service.',
  timeout: 'The service took too long to respond.',
  'invalid-response': 'Unexpected response. You may be signed out, or the API URL may be wrong.',
  'invalid-request': 'Invalid request. Check the project ID, job ID and API URL.',
  'bad-request': 'Invalid request. Check the project ID and job ID.',
  unauthorized: 'Your session has expired. Sign in again.',
  forbidden: 'You don’t have access to this job. Ask the project’s owner.',
  'not-found': 'Job not found. Check the link.',
  'rate-limited': 'The service is busy.',
  'server-error': 'Something went wrong on the service’s side.',
  rejected: 'The service rejected the request.',
  unexpected: 'Something went wrong.',
}

export const enCard: CardLabels = {
  locale: 'en',

  title: 'Prompt optimization',
  defaultJobTitle: (jobId) => `Job ${jobId}`,
  status: (key) => STATUS_LABELS[key],

  // `9m`: the first letters of the units.
  durationPart: (count, unit) => count + unit.charAt(0),
  ago: (duration) => `${duration} ago`,
  justNow: 'just now',

  noJob: 'No job yet',
  loadingJob: 'Loading job…',
  createdAgo: (ago) => `Created ${ago}`,
  runningFor: (duration) => `Running for ${duration}`,
  startedAgo: (ago) => `Started ${ago}`,
  completedAfter: (duration, ago) => `Finished ${ago} · took ${duration}`,
  endedAfter: (status, duration, ago) => `${status} after ${duration} · ${ago}`,

  progress: 'Progress',
  waitingToStart: 'Waiting to start',
  working: 'Working',
  stepOf: (step, totalSteps) => `Step ${step} of ${totalSteps}`,
  stepOfShort: (step, totalSteps) => `${step} / ${totalSteps}`,
  stepNumber: (step) => `Step ${step}`,
  endedIn: (status, stepName) => `${status} in: ${stepName}`,
  stalledFor: (duration) => `No progress for ${duration}`,

  details: 'Details',
  steps: 'Steps',
  stepState: (state) => state,
  atLeast: (duration) => `${duration}+`,
  moreSteps: (count, formatted) => (count === 1 ? '1 more step' : `${formatted} more steps`),
  createdAt: 'Created',
  completedAt: 'Finished',
  jobId: 'Job ID',
  originalVersionId: 'Original version ID',
  optimizedVersionId: 'New version ID',
  promptTemplateId: 'Prompt template ID',
  copy: (name) => `Copy ${name.replace(/^.(?=[^A-Z])/, (letter) => letter.toLowerCase())}`,
  copied: 'Copied',

  dataSources: 'Data sources',
  humanLabels: (count) => (count === 1 ? 'human label' : 'human labels'),
  customerFeedback: (count) => (count === 1 ? 'feedback item' : 'feedback items'),

  summary: 'What changed',
  showMore: 'Show more',
  showLess: 'Show less',
  results: 'Results',
  testRun: 'Test run',
  comparison: 'Comparison',
  optimizedVersion: 'New version',
  testRunMissing: 'A test run was requested, but there are no results.',
  failedWithoutReason: 'The job failed, and the service didn’t say why.',

  error: (key) => ERROR_LABELS[key],
  offline: 'You’re offline. Updates resume when you reconnect.',
  offlineRetry: 'You’re offline. Retry when you’re back online.',
  paused: 'Updates are paused.',
  updatedAgo: (ago) => `Last updated ${ago}`,
  retryingIn: (duration) => `Retrying in ${duration}`,
  retrying: 'Retrying…',
  retryNow: 'Retry now',
  retry: 'Retry',

  cancel: 'Cancel job',
  cancelConfirmTitle: 'Cancel this job? Its progress will be lost.',
  cancelConfirm: 'Yes, cancel job',
  cancelDismiss: 'Keep job',
  cancelling: 'Canceling…',
  cancelFailed: 'Couldn’t cancel the job.',

  reconnected: 'Updates resumed.',
  announceStep: (title, position, stepName) => `${title}: ${position}, ${stepName}`,
  announceStatus: (title, status) => `${title}: ${status}`,
}
