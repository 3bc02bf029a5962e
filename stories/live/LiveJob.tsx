import { useState } from 'react'
import { JobStatusCard, type JobStatusCardProps, useOptimizationJob } from 'react-prompt-optimization'
import { createJobSimulator, type ScenarioName } from 'react-prompt-optimization/testing'
import { createTestApp } from 'react-prompt-optimization/testing/react'
import { PROJECT_ID } from '../list/withSimulator.js'
import { links } from '../states.js'

interface LiveJobProps extends Pick<JobStatusCardProps, 'labels' | 'locale'> {
  scenario: ScenarioName
  /** How many times faster than a real job it runs. */
  speed: number
}

const BUTTON_STYLE = { background: 'none', color: 'inherit' }

/** A job on the simulator, polled by the hook and rendered by the card. */
export function LiveJob({ scenario, speed, ...cardProps }: LiveJobProps) {
  const [run, setRun] = useState(1)
  return (
    <>
      <App key={`${scenario} ${speed} ${run}`} scenario={scenario} speed={speed} {...cardProps} />
      <p>
        {/* The system colors of buttons are illegible in WebKitGTK's dark theme. */}
        <button type="button" style={BUTTON_STYLE} onClick={() => setRun(run + 1)}>
          Restart
        </button>
      </p>
    </>
  )
}

function App({ scenario, speed, ...cardProps }: LiveJobProps) {
  const [{ jobId, wrapper: TestApp }] = useState(() => {
    const simulator = createJobSimulator({ speed })
    return {
      jobId: simulator.addJob({ projectId: PROJECT_ID, scenario }),
      ...createTestApp({ fetch: simulator }),
    }
  })
  return (
    <TestApp>
      <Job jobId={jobId} {...cardProps} />
    </TestApp>
  )
}

function Job({ jobId, ...cardProps }: Omit<JobStatusCardProps, 'state'> & { jobId: string }) {
  const state = useOptimizationJob({ projectId: PROJECT_ID, jobId, pollIntervalMs: 1_000 })
  return <JobStatusCard {...cardProps} state={state} links={links} />
}
