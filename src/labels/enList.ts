import { enCard } from './enCard.js'
import type { ErrorKey } from './getErrorKey.js'
import type { ListLabels } from './ListLabels.js'

const PROJECT_ERROR_LABELS: Partial<Record<ErrorKey, string>> = {
  'bad-request': 'Invalid request. Check the IDs.',
  'invalid-request': 'Invalid request. Check the IDs and API URL.',
  forbidden: 'You don’t have access to this project. Ask its owner.',
  'not-found': 'Project not found. Check the project ID.',
}

export const enList: ListLabels = {
  jobs: 'Jobs',
  loadingJobs: 'Loading jobs…',
  noJobs: 'No jobs yet',
  loadMore: 'Show more jobs',
  loadingMore: 'Loading…',

  startJob: 'Start job',
  starting: 'Starting…',
  jobStarted: 'Job started.',
  openJob: 'Open job',
  repeatConfirmTitle: 'You’ve already started a job with the same input. Start another one?',
  repeatConfirm: 'Start another job',
  repeatDismiss: 'Don’t start',
  promptVersionId: 'Prompt version ID',
  datasetId: 'Dataset ID',
  instructions: 'Instructions',
  optional: '(optional)',
  options: 'Options',
  useBestPractices: 'Use best practices',
  useLabels: 'Use human labels',
  useCustomerFeedback: 'Use customer feedback',
  runTest: 'Test the new version and compare it with the original',
  required: 'Required',
  invalidId: 'Enter a valid ID, such as 3c90c3cc-0d44-4b50-8888-8dd25736052a.',
  startFailed: 'Couldn’t start the job.',
  mayHaveStarted: 'The job may have started anyway. Check the list before retrying.',

  projectError: (key) => PROJECT_ERROR_LABELS[key] ?? enCard.error(key),
}
