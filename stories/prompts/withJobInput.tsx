import type { Decorator } from '@storybook/react-vite'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OptimizationJobInput } from 'react-prompt-optimization'
import { jobInputKeys } from 'react-prompt-optimization/prompts'
import { PROJECT_ID } from '../list/withSimulator.js'

export const INPUT: OptimizationJobInput = {
  promptTemplateVersionId: 'c41d7e02-96ab-4f58-b3d9-07e5a2c8f614',
  datasetId: '8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684',
  userInstructions: 'Keep replies under five sentences.\nNever promise a refund.',
  useBestPractices: true,
  useLabels: true,
  useCustomerFeedback: false,
  runTestAfterOptimization: true,
}

/** Renders a story as if its job was started in this page. */
export function withJobInput(jobId: string, input = INPUT): Decorator {
  return function WithJobInput(Story) {
    const queryClient = useQueryClient()
    useState(() => queryClient.setQueryData(jobInputKeys.job({ projectId: PROJECT_ID, jobId }), input))
    return <Story />
  }
}
