import type { ErrorKey } from './getErrorKey.js'
import type { CardLabels, StatusKey } from './JobLabels.js'

const STATUS: Record<StatusKey, string> = {
  idle: 'No job',
  loading: 'Loading',
  queued: 'Queued',
  running: 'Running',
  cancelling: 'Cancelling',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Cancelled',
  unavailable: 'Unavailable',
}

const ERRORS: Record<ErrorKey, string> = {
  token: 'Signing in to the service failed.',
  network: 'No connection to the service.',
  timeout: 'The service did not answer in time.',
  'invalid-response': 'The answer was not that of the service. Its address may be set wrong.',
  'invalid-request':
    'The request could not be sent. Check the project id, the job id and the address of the service.',
  'bad-request': 'The service did not accept the request. Check the project id and the job id.',
  unauthorized: 'The service did not accept the credentials. Sign in again, or check the API key.',
  forbidden: 'You have no access to this job. Ask for access to its project.',
  'not-found': 'The job was not found. Check the project id and the job id.',
  busy: 'The service is busy and asks to wait.',
  'service-fault': 'The service has a problem.',
  refused: 'The service refused the request.',
}

/** The card in English. */
export const enCard: CardLabels = {
  title: 'Prompt optimization',
  status: (word) => STATUS[word],

  ago: (duration) => `${duration} ago`,
  justNow: 'just now',

  noJob: 'There is no job to show yet',
  loadingJob: 'Loading the job…',
  queuedAgo: (ago) => `Queued ${ago}`,
  startedAgo: (ago) => `Started ${ago}`,
  completedAfter: (duration, ago) => `Took ${duration} · ${ago}`,
  endedAfter: (duration, ago) => `Stopped after ${duration} · ${ago}`,

  progress: 'Progress',
  waitingToStart: 'Waiting to start',
  working: 'Working',
  stepOf: (step, totalSteps) => `Step ${step} of ${totalSteps}`,
  stepOfShort: (step, totalSteps) => `${step} / ${totalSteps}`,
  stepNumber: (step) => `Step ${step}`,
  stalledFor: (duration) => `Nothing has changed for ${duration}`,

  details: 'Details',
  steps: 'Steps',
  atLeast: (duration) => `over ${duration}`,
  moreSteps: (count, formatted) => (count === 1 ? '1 more step' : `${formatted} more steps`),
  jobId: 'Job',
  originalVersionId: 'Original version',
  optimizedVersionId: 'New version',
  promptTemplateId: 'Template',
  copy: (name) => `Copy: ${name}`,
  copied: 'Copied',

  dataSources: 'Data sources',
  humanLabels: (count) => (count === 1 ? 'human label' : 'human labels'),
  customerFeedback: (count) => (count === 1 ? 'piece of feedback' : 'pieces of feedback'),

  summary: 'What changed',
  showMore: 'Show more',
  showLess: 'Show less',
  results: 'Results',
  testRun: 'Test run',
  comparison: 'Comparison',
  optimizedVersion: 'New version',
  testRunMissing: 'A test run was asked for, and the service names none.',
  failedWithoutReason: 'The job failed. The service gave no reason.',

  error: (word) => ERRORS[word],
  offline: 'You are offline. Checks resume when you are back online.',
  paused: 'Checks are paused while this page is hidden.',
  updatedAgo: (ago) => `Checked ${ago}`,
  retryingIn: (duration) => `Trying again in ${duration}`,
  retrying: 'Checking…',
  retryNow: 'Try now',
  retry: 'Try again',

  cancel: 'Cancel',
  cancelConfirmTitle: 'Cancel this job? What it has done so far is lost.',
  cancelConfirm: 'Cancel the job',
  cancelDismiss: 'Keep it running',
  cancelling: 'Cancelling…',
  cancelFailed: 'The job could not be cancelled.',

  announceStep: (title, position, stepName) => `${title}: ${position}, ${stepName}`,
  announceStatus: (title, status) => `${title}: ${status}`,
}
