import {
  type DataTag,
  type InfiniteData,
  infiniteQueryOptions,
  type QueryKey,
  type UnusedSkipTokenInfiniteOptions,
} from '@tanstack/react-query'
import type { Dataset, Environment, Page, PromptTemplate } from '../core/catalog.js'
import {
  listDatasets,
  listEnvironments,
  listPromptTemplates,
  listPromptVersions,
} from '../core/catalogReads.js'
import type { CallOptions, OptimizationClient } from '../core/createOptimizationClient.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import type { PromptVersion } from '../core/promptVersion.js'
import { catalogKeys } from './catalogKeys.js'
import { READ_RETRY } from './readRetry.js'

/** The TanStack Query options of a list. `Key` is its query key, from {@link catalogKeys}. */
export type CatalogQueryOptions<Item, Key extends QueryKey> = UnusedSkipTokenInfiniteOptions<
  Page<Item>,
  OptimizationError,
  InfiniteData<Page<Item>>,
  Key,
  number
> & { queryKey: DataTag<Key, InfiniteData<Page<Item>>, OptimizationError> }

// The most that the service's own client fetches.
const PAGE_SIZE = 100
const STALE_TIME_MS = 5 * 60_000

function listOptions<Item, Key extends QueryKey>(
  queryKey: Key,
  list: (page: { page: number; pageSize: number }, options: CallOptions) => Promise<Page<Item>>,
): CatalogQueryOptions<Item, Key> {
  return infiniteQueryOptions<Page<Item>, OptimizationError, InfiniteData<Page<Item>>, Key, number>({
    ...READ_RETRY,
    queryKey,
    queryFn: ({ pageParam: page, signal }) => list({ page, pageSize: PAGE_SIZE }, { signal }),
    initialPageParam: 1,
    getNextPageParam: ({ hasNext }, _pages, page) => (hasNext ? page + 1 : null),
    staleTime: STALE_TIME_MS,
  })
}

/**
 * The TanStack Query options of a project’s prompts, 100 a page. They are fresh for five minutes. They work with `useInfiniteQuery`,
 * `useSuspenseInfiniteQuery` and `prefetchInfiniteQuery`.
 *
 * @example
 * const { data } = useInfiniteQuery(promptTemplatesOptions(client, { projectId }))
 */
export function promptTemplatesOptions(
  client: OptimizationClient,
  input: { projectId: string },
): CatalogQueryOptions<PromptTemplate, ReturnType<typeof catalogKeys.promptTemplates>> {
  return listOptions(catalogKeys.promptTemplates(input), (page, options) =>
    listPromptTemplates(client, { ...input, ...page }, options),
  )
}

/**
 * The TanStack Query options of the versions of a prompt, 100 a page. They are fresh for five minutes. They work with `useInfiniteQuery`,
 * `useSuspenseInfiniteQuery` and `prefetchInfiniteQuery`.
 *
 * @example
 * const { data } = useInfiniteQuery(promptVersionsOptions(client, { projectId, promptTemplateId }))
 */
export function promptVersionsOptions(
  client: OptimizationClient,
  input: { projectId: string; promptTemplateId: string },
): CatalogQueryOptions<PromptVersion, ReturnType<typeof catalogKeys.promptVersions>> {
  return listOptions(catalogKeys.promptVersions(input), (page, options) =>
    listPromptVersions(client, { ...input, ...page }, options),
  )
}

/**
 * The TanStack Query options of a project’s datasets, 100 a page. They are fresh for five minutes. They work with `useInfiniteQuery`,
 * `useSuspenseInfiniteQuery` and `prefetchInfiniteQuery`.
 *
 * @example
 * const { data } = useInfiniteQuery(datasetsOptions(client, { projectId }))
 */
export function datasetsOptions(
  client: OptimizationClient,
  input: { projectId: string },
): CatalogQueryOptions<Dataset, ReturnType<typeof catalogKeys.datasets>> {
  return listOptions(catalogKeys.datasets(input), (page, options) =>
    listDatasets(client, { ...input, ...page }, options),
  )
}

/**
 * The TanStack Query options of the account’s environments, 100 a page. They are fresh for five minutes. They work with `useInfiniteQuery`,
 * `useSuspenseInfiniteQuery` and `prefetchInfiniteQuery`.
 *
 * @example
 * const { data } = useInfiniteQuery(environmentsOptions(client))
 */
export function environmentsOptions(
  client: OptimizationClient,
): CatalogQueryOptions<Environment, ReturnType<typeof catalogKeys.environments>> {
  return listOptions(catalogKeys.environments(), (page, options) => listEnvironments(client, page, options))
}
