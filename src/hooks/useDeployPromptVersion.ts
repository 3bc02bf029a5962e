'use client'

import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { type DeployPromptVersionInput, deployPromptVersion } from '../core/catalogReads.js'
import type { OptimizationError } from '../core/OptimizationError.js'
import { useOptimizationClient } from './OptimizationContext.js'
import { SINGLE_ATTEMPT, type SingleAttemptOptions } from './singleAttempt.js'

/** What a deployment needs beside the project. */
export type DeployPromptVersionVariables = Omit<DeployPromptVersionInput, 'projectId'>

/** Options of {@link useDeployPromptVersion}: those of `useMutation`, except the ones that would send it again or later. */
export interface UseDeployPromptVersionOptions<Context = unknown>
  extends SingleAttemptOptions<void, DeployPromptVersionVariables, Context> {
  /** The ID of the project. */
  projectId: string
}

/**
 * A mutation that deploys a version of a prompt to environments, which changes what they run. It is sent once and never retried:
 * after an error of the network, a timeout or a server error, it may have been deployed.
 *
 * @throws Error without an `OptimizationProvider`, or a `QueryClientProvider`, above it
 *
 * @example
 * const { mutate, error } = useDeployPromptVersion({ projectId })
 * mutate({ promptTemplateId, versionId, environments: ['staging'] })
 */
export function useDeployPromptVersion<Context = unknown>({
  projectId,
  ...options
}: UseDeployPromptVersionOptions<Context>): UseMutationResult<
  void,
  OptimizationError,
  DeployPromptVersionVariables,
  Context
> {
  const client = useOptimizationClient()
  return useMutation({
    throwOnError: false,
    ...options,
    ...SINGLE_ATTEMPT,
    mutationFn: (version) => deployPromptVersion(client, { projectId, ...version }),
  })
}
