import type { OptimizationError } from '../../core/OptimizationError.js'

/** The service's own words about an error. Untrusted text, which may have another direction. */
export function renderServiceMessage(error: Pick<OptimizationError, 'serviceMessage'> | null) {
  return (
    error?.serviceMessage && (
      <div>
        <bdi>{error.serviceMessage}</bdi>
      </div>
    )
  )
}
