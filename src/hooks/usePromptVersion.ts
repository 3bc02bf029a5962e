'use client'

import type { OptimizationError } from '../core/OptimizationError.js'
import type { PromptVersion } from '../core/promptVersion.js'
import { promptVersionOptions } from '../query/outcomeOptions.js'
import { useRequiredContext } from './OptimizationContext.js'
import { useReads } from './useReads.js'

/** Options of {@link usePromptVersion}. */
export interface UsePromptVersionOptions {
  /** The ID of the project. */
  projectId: string
  /** The ID of the prompt. */
  promptTemplateId: string
  /** The ID of the version. */
  versionId: string
  /** Whether to fetch. @default true */
  enabled?: boolean | undefined
}

/**
 * Fetches a version of a prompt, once: it never changes.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const { version } = usePromptVersion({ projectId, promptTemplateId, versionId })
 */
export function usePromptVersion({ enabled = true, ...reference }: UsePromptVersionOptions): {
  /** Null while it is loading, and if it can't be fetched. */
  version: PromptVersion | null
  /** Why it can't be fetched. */
  error: OptimizationError | null
} {
  const { client } = useRequiredContext()
  const [read] = useReads([promptVersionOptions(client, reference)], enabled)
  return { version: read?.data ?? null, error: read?.error ?? null }
}
