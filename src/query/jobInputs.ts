import { type QueryClient, type QueryKey, skipToken } from '@tanstack/react-query'
import type { JobReference, StartOptimizationJobInput } from '../core/job.js'
import { asJobInput } from '../core/startInput.js'
import { jobInputKeys } from './jobInputKeys.js'

/** Keeps what a job was started with for as long as the cache: the service does not report it. */
export function keepJobInput(
  queryClient: QueryClient,
  reference: JobReference,
  input: StartOptimizationJobInput,
): void {
  const queryKey: QueryKey = jobInputKeys.job(reference)
  // Without the token, an app that refetches everything would replace it.
  const options = queryClient.defaultQueryOptions({
    queryKey,
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  })
  queryClient.getQueryCache().build<unknown>(queryClient, options)
  queryClient.setQueryData(queryKey, asJobInput(input))
}

/** The ID of the latest job in the cache that was started with the same input. */
export function findStartedJobId(
  queryClient: QueryClient,
  projectId: string,
  input: StartOptimizationJobInput,
): string | undefined {
  const valid = asJobInput(input)
  const wanted = JSON.stringify(valid)
  if (!valid) return
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: jobInputKeys.all(projectId) })
    .filter(({ state }) => JSON.stringify(asJobInput(state.data)) === wanted)
    .sort((first, second) => second.state.dataUpdatedAt - first.state.dataUpdatedAt)
    .map(({ queryKey }) => String(queryKey.at(-1)))[0]
}
