'use client'

import type { PromptVersion, PromptVersionReference } from '../core/promptVersion.js'
import { promptVersionOptions } from '../query/outcomeOptions.js'
import { useRequiredContext } from './OptimizationContext.js'
import { useReads } from './useReads.js'

/** Fetches a version of a prompt, once: it never changes. Undefined while it is loading, and if it can't be fetched. */
export function usePromptVersion(
  reference: PromptVersionReference,
  enabled: boolean,
): PromptVersion | undefined {
  const { client } = useRequiredContext()
  const [read] = useReads([promptVersionOptions(client, reference)], enabled)
  return read?.data
}
