import { createRoot } from 'react-dom/client'
import { JobList, JobStatusBadge, JobStatusCard, StartJobForm } from 'react-prompt-optimization'
import { OptimizationError } from 'react-prompt-optimization/api'
import { PromptDiff } from 'react-prompt-optimization/diff'
import { TestResults } from 'react-prompt-optimization/outcome'
import { PromptFields } from 'react-prompt-optimization/prompts'
import { createJobSimulator } from 'react-prompt-optimization/testing'
import { buildJobState, createTestApp } from 'react-prompt-optimization/testing/react'
import outcomeStyles from '../../src/outcome.css?inline'
import styles from '../../src/styles.css?inline'
import { bothRuns } from '../../stories/outcome/testRuns.js'
import { supportReply } from '../../stories/outcome/versions.js'

// An app that sets its colors and a reset of margins, but no `color-scheme`.
const APP_STYLES = `
* { margin: 0; padding: 0 }
body { background: #fff; color: #555; font: 16px/1.5 sans-serif }
body[data-dark] { background: #0a0a0a; color: #ededed }
`

for (const text of [styles, outcomeStyles, APP_STYLES]) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  document.adoptedStyleSheets.push(sheet)
}

const PROJECT_ID = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const simulator = createJobSimulator()
simulator.addJob({ projectId: PROJECT_ID })
const { wrapper: App } = createTestApp({ fetch: simulator })
const running = buildJobState({})
const retrying = buildJobState(
  {},
  {
    connection: 'retrying',
    error: new OptimizationError('', { kind: 'http', status: 503, serviceMessage: 'Maintenance' }),
  },
)

createRoot(document.body.appendChild(document.createElement('main'))).render(
  <App>
    <p>
      Optimization <JobStatusBadge state={running} />
    </p>
    <JobStatusCard state={running} onCancel={() => {}} />
    <JobStatusCard state={retrying} />
    <StartJobForm projectId={PROJECT_ID} fields={<PromptFields projectId={PROJECT_ID} />} />
    <JobList projectId={PROJECT_ID} canCancel />
    <JobList projectId="not-an-id" />
    <PromptDiff {...supportReply} />
    <TestResults {...bothRuns} />
  </App>,
)
