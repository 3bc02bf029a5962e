import type { OptimizationJobState } from 'react-prompt-optimization'

/** A job in one sentence, with nothing of the package but the state. */
export function JobSentence({ state }: { state: OptimizationJobState }) {
  return (
    <p>
      {sentence(state)}
      {state.connection !== 'live' && ' (This may be out of date.)'}
    </p>
  )
}

function sentence(state: OptimizationJobState): string {
  switch (state.kind) {
    case 'idle':
      return 'No optimization yet.'
    case 'loading':
      return 'Looking up the optimization…'
    case 'queued':
      return 'The optimization waits for its turn.'
    case 'running': {
      const { progress } = state.job
      return progress ? `The optimizer is at work: ${progress.stepName}.` : 'The optimizer is at work.'
    }
    case 'completed':
      return state.job.testRunId ? 'A new version is ready, and tested.' : 'A new version is ready.'
    case 'failed':
      return `The optimization failed: ${state.job.errorMessage ?? 'the service does not say why'}`
    case 'cancelled':
      return 'The optimization was cancelled.'
    case 'unavailable':
      return `The optimization cannot be shown (${state.error.status ?? state.error.kind}).`
    default:
      return state satisfies never
  }
}
