import type { UseMutationOptions } from '@tanstack/react-query'
import type { OptimizationError } from '../core/OptimizationError.js'

/** The options of `useMutation`, except the ones that would send a request again or later. */
export type SingleAttemptOptions<Data, Variables, Context> = Omit<
  UseMutationOptions<Data, OptimizationError, Variables, Context>,
  'mutationFn' | 'retry' | 'retryDelay' | 'networkMode' | 'scope'
>

/**
 * Overrides the query client's defaults. Offline, a mutation fails instead of pausing: a job must not start, and be billed,
 * when it is no longer expected. Not typed by its keys, because TanStack Query's types do not accept an undefined `scope`.
 */
export const SINGLE_ATTEMPT: object = { retry: false, networkMode: 'always', scope: undefined }
