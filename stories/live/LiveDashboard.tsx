import { useState } from 'react'
import {
  JobStatusCard,
  type JobStatusCardProps,
  useOptimizationClient,
  useOptimizationJob,
} from 'react-prompt-optimization'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'
import { createJobSimulator } from 'react-prompt-optimization/testing'
import { createTestApp } from 'react-prompt-optimization/testing/react'
import { scenarioNames } from '../../src/testing/simulator/scenarios.js'
import { links } from '../states.js'

interface LiveDashboardProps extends Pick<JobStatusCardProps, 'labels' | 'locale'> {
  /** How many times faster than real jobs they run. */
  speed: number
}

const projectId = '0b6e7c1e-6a39-4a1b-9d2c-7f8e9d0c1b2a'

/** A job for each scenario, each with a cancel button. */
export function LiveDashboard({ speed, ...cardProps }: LiveDashboardProps) {
  const [{ jobIds, wrapper: TestApp }] = useState(() => {
    const simulator = createJobSimulator({ speed })
    const jobIds = scenarioNames.map((scenario, index) =>
      // Different ages, so that the jobs are in different steps.
      simulator.addJob({ projectId, scenario, ageMs: index * 20_000 }),
    )
    return { jobIds, ...createTestApp({ fetch: simulator }) }
  })
  return (
    <TestApp>
      <div
        style={{
          display: 'grid',
          gap: 24,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(320px, 100%), 1fr))',
          alignItems: 'start',
        }}
      >
        {jobIds.map((jobId) => (
          <Job key={jobId} jobId={jobId} {...cardProps} />
        ))}
      </div>
    </TestApp>
  )
}

function Job({ jobId, ...cardProps }: Omit<JobStatusCardProps, 'state'> & { jobId: string }) {
  const client = useOptimizationClient()
  const state = useOptimizationJob({ projectId, jobId, pollIntervalMs: 1_000 })
  return (
    <JobStatusCard
      {...cardProps}
      state={state}
      links={links}
      components={{ Summary: MarkdownSummary }}
      onCancel={async () => {
        await client.cancelJob({ projectId, jobId })
        await state.refetch()
      }}
    />
  )
}
