'use client'

import Link from 'next/link'
import { type JobReference, JobStatusCard, useOptimizationJob } from 'react-prompt-optimization'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'

const links = { testRun: (id: string) => `/test-runs/${id}` }
const components = { Link, Summary: MarkdownSummary }

export function Job({ projectId, jobId }: JobReference) {
  const state = useOptimizationJob({ projectId, jobId })
  return <JobStatusCard state={state} links={links} components={components} />
}
