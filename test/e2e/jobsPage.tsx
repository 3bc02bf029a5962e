import { createPortal } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { JobList, JobStatusCard } from 'react-prompt-optimization'
import { createJobSimulator } from 'react-prompt-optimization/testing'
import { buildJobState, createTestApp } from 'react-prompt-optimization/testing/react'
import styles from '../../src/styles.css?inline'

// 40 cards and 60 rows. With `?shadow`, they and the stylesheet are in a shadow root, and the provider is outside.
const MINUTE_MS = 60_000
const projectId = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS).toISOString()
const running = buildJobState({ created_at: minutesAgo(3) }, { connection: 'retrying' })
const failed = buildJobState({
  status: 'failed',
  created_at: minutesAgo(20),
  completed_at: minutesAgo(15),
  error_message: 'The dataset has no example with a label. '.repeat(20),
})

const simulator = createJobSimulator({ projectIds: [projectId], pageSize: 60 })
for (let row = 0; row <= 60; row++) simulator.addJob({ projectId, ageMs: row * MINUTE_MS })
const { wrapper: App } = createTestApp({ fetch: simulator })

const stylesheet = new CSSStyleSheet()
stylesheet.replaceSync(styles)
const host = document.body.appendChild(document.createElement('main'))
const root = location.search === '?shadow' ? host.attachShadow({ mode: 'open' }) : document
root.adoptedStyleSheets.push(stylesheet)
const content = (root === document ? host : root).appendChild(document.createElement('div'))

createRoot(document.body.appendChild(document.createElement('div'))).render(
  <App>
    {createPortal(
      <>
        {Array.from({ length: 20 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the cards never change
          <section key={index}>
            <JobStatusCard state={running} onCancel={() => {}} />
            <JobStatusCard state={failed} />
          </section>
        ))}
        <JobList projectId={projectId} />
      </>,
      content,
    )}
  </App>,
)
