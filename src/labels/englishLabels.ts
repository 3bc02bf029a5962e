import type { JobLabels, StatusWord } from './JobLabels.js'
import type { ProblemWord } from './problemWord.js'

const STATUS: Record<StatusWord, string> = {
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

const PROBLEM: Record<ProblemWord, string> = {
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

// The same, where no single job is meant.
const PROJECT_PROBLEM: Partial<Record<ProblemWord, string>> = {
  'bad-request': 'The service did not accept the request. Check the ids.',
  'invalid-request': 'The request could not be sent. Check the ids and the address of the service.',
  forbidden: 'You have no access to this project. Ask for access to it.',
  'not-found': 'The project was not found. Check the project id.',
}

/** The components in English. */
export const englishLabels: JobLabels = {
  title: 'Prompt optimization',
  status: (word) => STATUS[word],

  ago: (duration) => `${duration} ago`,
  justNow: 'just now',

  noJob: 'There is no job to show yet',
  loadingJob: 'Loading the job…',
  queuedSince: (ago) => `Queued ${ago}`,
  startedSince: (ago) => `Started ${ago}`,
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
  customerFeedback: () => 'customer feedback',

  summary: 'What changed',
  showMore: 'Show more',
  showLess: 'Show less',
  results: 'Results',
  testRun: 'Test run',
  comparison: 'Comparison',
  optimizedVersion: 'New version',
  testRunMissing: 'A test run was asked for, and the service names none.',
  failedWithoutReason: 'The job failed. The service gave no reason.',

  problem: (word, about) => (about === 'project' ? PROJECT_PROBLEM[word] : undefined) ?? PROBLEM[word],
  offline: 'You are offline. Checks go on when you are back.',
  paused: 'Checks are paused while this page is hidden.',
  checkedAgo: (ago) => `Checked ${ago}`,
  nextCheckIn: (duration) => `Trying again in ${duration}`,
  checking: 'Checking…',
  tryNow: 'Try now',
  tryAgain: 'Try again',

  cancel: 'Cancel',
  cancelQuestion: 'Cancel this job? What it has done so far is lost.',
  cancelConfirm: 'Cancel the job',
  cancelKeep: 'Keep it running',
  cancelling: 'Cancelling…',
  cancelFailed: 'The job could not be cancelled.',

  jobs: 'Jobs',
  loadingJobs: 'Loading the jobs…',
  noJobs: 'There are no jobs yet.',
  jobOfTemplate: (templateId) => `Template ${templateId}`,
  started: (ago) => `Started ${ago}`,
  took: (duration) => `took ${duration}`,
  loadMore: 'Show more jobs',
  loadingMore: 'Loading…',

  startJob: 'Start job',
  starting: 'Starting…',
  jobStarted: 'The job has been started.',
  promptVersionId: 'Prompt version id',
  datasetId: 'Dataset id',
  instructions: 'Instructions',
  optional: 'optional',
  options: 'Options',
  useBestPractices: 'Use best practices',
  useLabels: 'Use human labels',
  useCustomerFeedback: 'Use customer feedback',
  runTest: 'Test the new version and compare it with the old one',
  idInvalid: 'An id looks like this: 3c90c3cc-0d44-4b50-8888-8dd25736052a.',
  startFailed: 'The job was not started.',
  mayHaveStarted: 'It may have started all the same: look at the list before you try again.',

  announceStep: (title, position, stepName) => `${title}: ${position}, ${stepName}`,
  announceStatus: (title, status) => `${title}: ${status}`,
}
