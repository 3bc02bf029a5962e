import {
  type DataTag,
  type InfiniteData,
  infiniteQueryOptions,
  type QueryKey,
  type UnusedSkipTokenInfiniteOptions,
} from '@tanstack/react-query'
import type {
  DatasetPage,
  EnvironmentPage,
  Page,
  PromptTemplatePage,
  PromptVersionPage,
} from '../core/catalog.js'
import {
  listDatasets,
  listEnvironments,
  listPromptTemplates,
  listPromptVersions,
} from '../core/catalogReads.js'
import type { CallOptions, OptimizationClient } from '../core/createOptimizationClient.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { catalogKeys } from './catalogKeys.js'
import { READ_RETRY } from './readRetry.js'

type ListOptions<Data, Key extends QueryKey> = UnusedSkipTokenInfiniteOptions<
  Data,
  OptimizationError,
  InfiniteData<Data>,
  Key,
  number
> & { queryKey: DataTag<Key, InfiniteData<Data>, OptimizationError> }

// The most that the service's own client fetches.
const PAGE_SIZE = 100
const STALE_TIME_MS = 5 * 60_000

function listOptions<Data extends Page<unknown>, Key extends QueryKey>(
  queryKey: Key,
  list: (page: { page: number; pageSize: number }, options: CallOptions) => Promise<Data>,
): ListOptions<Data, Key> {
  return infiniteQueryOptions<Data, OptimizationError, InfiniteData<Data>, Key, number>({
    ...READ_RETRY,
    queryKey,
    queryFn: ({ pageParam: page, signal }) => list({ page, pageSize: PAGE_SIZE }, { signal }),
    initialPageParam: 1,
    getNextPageParam: ({ hasNext }, _pages, page) => (hasNext ? page + 1 : null),
    staleTime: STALE_TIME_MS,
  })
}

type PromptTemplatesKey = ReturnType<typeof catalogKeys.promptTemplates>

/** The options returned by {@link promptTemplatesOptions}. */
export type PromptTemplatesQueryOptions = ListOptions<PromptTemplatePage, PromptTemplatesKey>

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
): PromptTemplatesQueryOptions {
  return listOptions(catalogKeys.promptTemplates(input), (page, options) =>
    listPromptTemplates(client, { ...input, ...page }, options),
  )
}

type PromptVersionsKey = ReturnType<typeof catalogKeys.promptVersions>

/** The options returned by {@link promptVersionsOptions}. */
export type PromptVersionsQueryOptions = ListOptions<PromptVersionPage, PromptVersionsKey>

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
): PromptVersionsQueryOptions {
  return listOptions(catalogKeys.promptVersions(input), (page, options) =>
    listPromptVersions(client, { ...input, ...page }, options),
  )
}

type DatasetsKey = ReturnType<typeof catalogKeys.datasets>

/** The options returned by {@link datasetsOptions}. */
export type DatasetsQueryOptions = ListOptions<DatasetPage, DatasetsKey>

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
): DatasetsQueryOptions {
  return listOptions(catalogKeys.datasets(input), (page, options) =>
    listDatasets(client, { ...input, ...page }, options),
  )
}

type EnvironmentsKey = ReturnType<typeof catalogKeys.environments>

/** The options returned by {@link environmentsOptions}. */
export type EnvironmentsQueryOptions = ListOptions<EnvironmentPage, EnvironmentsKey>

/**
 * The TanStack Query options of the account’s environments, 100 a page. They are fresh for five minutes. They work with `useInfiniteQuery`,
 * `useSuspenseInfiniteQuery` and `prefetchInfiniteQuery`.
 *
 * @example
 * const { data } = useInfiniteQuery(environmentsOptions(client))
 */
export function environmentsOptions(client: OptimizationClient): EnvironmentsQueryOptions {
  return listOptions(catalogKeys.environments(), (page, options) => listEnvironments(client, page, options))
}
