'use client'

import { type ReactElement, type ReactNode, useMemo } from 'react'
import { OptimizationContext, useRequiredContext } from '../../hooks/OptimizationContext.js'
import { usePromptNames } from '../../hooks/usePromptNames.js'

/** Props of {@link PromptNames}. */
export interface PromptNamesProps {
  /** The ID of the project. */
  projectId: string
  /** The app, or the part of it that shows jobs. */
  children?: ReactNode
}

/**
 * Titles the cards and rows below it by the names of their prompts, where those are known. The names come from the first hundred
 * prompts of the project, in one request; `getTitle` of the provider has priority.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * return (
 *   <PromptNames projectId={projectId}>
 *     <JobList projectId={projectId} />
 *   </PromptNames>
 * )
 */
export function PromptNames({ projectId, children }: PromptNamesProps): ReactElement {
  const context = useRequiredContext()
  const getPromptName = usePromptNames({ projectId })
  const value = useMemo(() => {
    const getTitle: typeof context.getTitle = (job) => context.getTitle?.(job) || getPromptName(job)
    return { ...context, getTitle }
  }, [context, getPromptName])
  return <OptimizationContext.Provider value={value}>{children}</OptimizationContext.Provider>
}
