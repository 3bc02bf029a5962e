import { enCard } from './enCard.js'
import type { ErrorKey } from './getErrorKey.js'
import type { ListLabels } from './JobLabels.js'

const PROJECT_ERRORS: Partial<Record<ErrorKey, string>> = {
  'bad-request': 'The service did not accept the request. Check the ids.',
  'invalid-request': 'The request could not be sent. Check the ids and the address of the service.',
  forbidden: 'You have no access to this project. Ask for access to it.',
  'not-found': 'The project was not found. Check the project id.',
}

/** The list of jobs, and the form that starts one, in English. */
export const enList: ListLabels = {
  jobs: 'Jobs',
  loadingJobs: 'Loading the jobs…',
  noJobs: 'There are no jobs yet.',
  defaultJobTitle: (templateId) => `Template ${templateId}`,
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
  invalidId: 'An id looks like this: 3c90c3cc-0d44-4b50-8888-8dd25736052a.',
  startFailed: 'The job was not started.',
  mayHaveStarted: 'The job may have started all the same: look at the list before you try again.',

  projectError: (word) => PROJECT_ERRORS[word] ?? enCard.error(word),
}
