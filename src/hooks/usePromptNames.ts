'use client'

import { useCallback, useMemo } from 'react'
import { type UseCatalogOptions, usePromptTemplates } from './useCatalog.js'

/**
 * Returns a function from a job to the name of its prompt; undefined where it is not known. The names come from the first
 * hundred prompts of the project, in one request.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const getPromptName = usePromptNames({ projectId })
 * return <JobList projectId={projectId} getTitle={getPromptName} />
 */
export function usePromptNames(
  options: UseCatalogOptions,
): (job: { promptTemplateId: string } | null) => string | undefined {
  const { items } = usePromptTemplates(options)
  const names = useMemo(
    () => new Map(items.map(({ promptTemplateId, name }) => [promptTemplateId, name])),
    [items],
  )
  return useCallback((job) => (job && names.get(job.promptTemplateId)) ?? undefined, [names])
}
