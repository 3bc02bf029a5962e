import type { OptimizationJobState } from 'react-prompt-optimization'

/** Describes a job in one sentence. */
export function JobSentence({ state }: { state: OptimizationJobState }) {
  return (
    <p>
      {describe(state)}
      {state.connection !== 'live' && ' (May be out of date.)'}
    </p>
  )
}

function describe(state: OptimizationJobState): string {
  switch (state.kind) {
    case 'idle':
      return 'No optimization yet.'
    case 'loading':
      return 'Loading the optimization…'
    case 'queued':
      return 'The optimization is queued.'
    case 'running': {
      const { progress } = state.job
      return progress ? `The optimization is running: ${progress.stepName}.` : 'The optimization is running.'
    }
    case 'completed':
      return state.job.testRunId ? 'A new version is ready and tested.' : 'A new version is ready.'
    case 'failed':
      return `The optimization failed: ${state.job.errorMessage ?? 'unknown reason'}`
    case 'cancelled':
      return 'The optimization was canceled.'
    case 'error':
      return `The optimization could not be loaded (${state.error.status ?? state.error.kind}).`
    default:
      return state satisfies never
  }
}
