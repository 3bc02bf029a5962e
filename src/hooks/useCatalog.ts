'use client'

import {
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryOptions,
  useInfiniteQuery,
} from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Dataset, Environment, Page, PromptTemplate } from '../core/catalog.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import type { PromptVersion } from '../core/promptVersion.js'
import {
  datasetsOptions,
  environmentsOptions,
  promptTemplatesOptions,
  promptVersionsOptions,
} from '../query/catalogOptions.js'
import { IGNORED_LIST_DEFAULTS } from './ignoredAppDefaults.js'
import { useRequiredContext } from './OptimizationContext.js'

/**
 * The state of a list of prompts, versions, datasets or environments, discriminated by `kind`.
 *
 * - `idle`: it is not fetched, because of `enabled` or a missing ID.
 * - `loading`: no response yet.
 * - `ready`: the items loaded so far; `error` is set if loading more has failed.
 * - `error`: the first page could not be fetched.
 */
export type CatalogState<Item> = (
  | { kind: 'idle' | 'loading'; error: null }
  | { kind: 'ready'; error: OptimizationError | null }
  | { kind: 'error'; error: OptimizationError }
) & {
  /** In the service's order. */
  items: readonly Item[]
  /** Whether there is another page. */
  hasMore: boolean
  /** Whether another page is being loaded. */
  isLoadingMore: boolean
  /** Loads the next page. Does nothing while one is being loaded, or if there is none. */
  loadMore: () => void
  /** Fetches again. Never rejects: the state shows the outcome. */
  refetch: () => Promise<void>
}

/** Options of the hooks that read a list of a project. */
export interface UseCatalogOptions {
  /** The ID of the project. */
  projectId: string
  /** Whether to fetch. @default true */
  enabled?: boolean | undefined
}

/**
 * Lists a project’s prompts. They are cached for five minutes.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const { items } = usePromptTemplates({ projectId })
 */
export function usePromptTemplates({ projectId, enabled }: UseCatalogOptions): CatalogState<PromptTemplate> {
  const { client } = useRequiredContext()
  return useCatalog(promptTemplatesOptions(client, { projectId }), enabled)
}

/** Options of {@link usePromptVersions}. */
export interface UsePromptVersionsOptions extends UseCatalogOptions {
  /** The ID of the prompt. Null or undefined while there is none. */
  promptTemplateId: string | null | undefined
}

/**
 * Lists the versions of a prompt. They are cached for five minutes.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const { items } = usePromptVersions({ projectId, promptTemplateId })
 */
export function usePromptVersions(options: UsePromptVersionsOptions): CatalogState<PromptVersion> {
  const { projectId, promptTemplateId, enabled = true } = options
  const { client } = useRequiredContext()
  const version = { projectId, promptTemplateId: promptTemplateId ?? '' }
  return useCatalog(promptVersionsOptions(client, version), enabled && Boolean(promptTemplateId))
}

/**
 * Lists a project’s datasets. They are cached for five minutes.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const { items } = useDatasets({ projectId })
 */
export function useDatasets({ projectId, enabled }: UseCatalogOptions): CatalogState<Dataset> {
  const { client } = useRequiredContext()
  return useCatalog(datasetsOptions(client, { projectId }), enabled)
}

/**
 * Lists the account’s environments. They are cached for five minutes.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const { items } = useEnvironments()
 */
export function useEnvironments({
  enabled,
}: Pick<UseCatalogOptions, 'enabled'> = {}): CatalogState<Environment> {
  const { client } = useRequiredContext()
  return useCatalog(environmentsOptions(client), enabled)
}

function useCatalog<Item, Key extends QueryKey>(
  options: UseInfiniteQueryOptions<Page<Item>, OptimizationError, InfiniteData<Page<Item>>, Key, number>,
  enabled = true,
): CatalogState<Item> {
  const query = useInfiniteQuery({ ...options, ...IGNORED_LIST_DEFAULTS, enabled })
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch: refetchQuery } = query
  const refetch = useCallback(async () => void (await refetchQuery()), [refetchQuery])
  return useMemo(() => {
    const rest = {
      items: data?.pages.flatMap(({ items }) => items) ?? [],
      hasMore: hasNextPage,
      isLoadingMore: isFetchingNextPage,
      loadMore: () => {
        if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
      },
      refetch,
    }
    if (data) return { kind: 'ready', error, ...rest }
    if (error) return { kind: 'error', error, ...rest }
    return { kind: enabled ? 'loading' : 'idle', error: null, ...rest }
  }, [data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch, enabled])
}
