import { OptimizationError } from '../../../src/api.js'
import type { JobStatus, OptimizationJobState } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { buildStep, COMPLETED } from './setUp.js'

export const running = buildJobState({}, { steps: [buildStep(1, 3, null)] })
const completed = buildJobState(COMPLETED)
export const retrying = buildJobState(
  {},
  { connection: 'retrying', error: new OptimizationError('for developers', { kind: 'network' }) },
)
const errorState = buildJobState(null, {
  kind: 'error',
  error: new OptimizationError('for developers', { kind: 'http', status: 404 }),
})

/** Each part, with a state in which it renders and a text that it then contains. */
export const PARTS: Record<Exclude<keyof typeof JobStatus, 'Root'>, [OptimizationJobState, string]> = {
  Header: [running, 'Job 3c90c3cc'],
  Progress: [running, 'Optimizing prompt'],
  Error: [errorState, 'Job not found.'],
  DataSources: [running, '123 human labels'],
  Summary: [completed, 'Made the refund policy explicit.'],
  Details: [running, 'Details'],
  Steps: [running, 'Step name 1'],
  Times: [running, 'Created'],
  Ids: [running, '3c90c3cc-0d44-4b50-8888-8dd25736052a'],
  Actions: [errorState, 'Retry'],
  Links: [completed, 'Comparison'],
  Connection: [retrying, 'Can’t reach the service.'],
}

export const partNames = Object.keys(PARTS) as (keyof typeof PARTS)[]
