import { render, screen } from '@testing-library/react'
import { JobStatusCard } from 'react-prompt-optimization'
import { createJobSimulator } from 'react-prompt-optimization/testing'
import { buildJobState, createTestApp } from 'react-prompt-optimization/testing/react'
import { JobPage } from './JobPage.js'

const projectId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

export async function renderJobPage(): Promise<HTMLElement> {
  const simulator = createJobSimulator()
  const jobId = simulator.addJob({ projectId, scenario: 'happy', ageMs: 60_000 })
  render(<JobPage projectId={projectId} jobId={jobId} />, createTestApp({ fetch: simulator }))
  render(<JobStatusCard state={buildJobState({ status: 'failed' })} />)
  return screen.findByRole('progressbar')
}
