import { JobList, JobStatusCard, type OptimizationJobState, StartJobForm } from 'react-prompt-optimization'
import { createJobSimulator } from 'react-prompt-optimization/testing'
import { createTestApp } from 'react-prompt-optimization/testing/react'
import { labelsByLocale } from '../../../stories/labelsByLocale.js'
import { addJobs, PROJECT_ID } from '../../../stories/list/withSimulator.js'
import {
  completed,
  connectionStates,
  errorStates,
  failedOrCanceled,
  links,
  pending,
  running,
} from '../../../stories/states.js'

const groups = { pending, running, connectionStates, completed, failedOrCanceled, errorStates }
const states = Object.entries(groups).flatMap(([group, byName]) =>
  Object.entries<OptimizationJobState>(byName).map(([name, state]) => ({ id: `${group}-${name}`, state })),
)

/** A card in every state, a list on a simulated service, and a form. */
export function Cards({ locale }: { locale: string }) {
  const simulator = createJobSimulator()
  addJobs(simulator)
  const { wrapper: App } = createTestApp({ fetch: simulator })
  const props = { labels: labelsByLocale[locale] }
  return (
    <App>
      {states.map(({ id, state }) => (
        <section key={id} id={id}>
          <JobStatusCard state={state} links={links} onCancel={() => {}} {...props} />
        </section>
      ))}
      <section id="list">
        <JobList projectId={PROJECT_ID} canCancel {...props} />
      </section>
      <section id="form">
        <StartJobForm projectId={PROJECT_ID} {...props} />
      </section>
    </App>
  )
}
