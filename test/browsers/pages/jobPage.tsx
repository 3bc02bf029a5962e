import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { JobStatusCard, OptimizationProvider, useOptimizationJob } from 'react-prompt-optimization'
import { createOptimizationClient, shareAcrossTabs } from 'react-prompt-optimization/api'
import styles from '../../../src/styles.css?inline'

// The query string has the window's name and the job, and says whether windows share requests.
const query = new URLSearchParams(location.search)
const name = query.get('window') ?? ''
const client = createOptimizationClient({
  baseUrl: '/api/v2',
  fetch(request) {
    request.headers.set('X-Window', name)
    return fetch(request)
  },
})

function Job({ projectId, jobId }: { projectId: string; jobId: string }) {
  const state = useOptimizationJob({ projectId, jobId, pollIntervalMs: 1_000 })
  return (
    <>
      <output aria-label="State">{`${state.kind}, ${state.connection}`}</output>
      <JobStatusCard state={state} />
    </>
  )
}

const stylesheet = new CSSStyleSheet()
stylesheet.replaceSync(styles)
document.adoptedStyleSheets.push(stylesheet)

const root = document.body.appendChild(document.createElement('main'))
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <OptimizationProvider
        client={query.has('shared') ? shareAcrossTabs(client, { scope: 'user 1' }) : client}
      >
        <Job projectId={query.get('project') ?? ''} jobId={query.get('job') ?? ''} />
      </OptimizationProvider>
    </QueryClientProvider>
  </StrictMode>,
)

// Kept across navigations: tests read every state that was rendered, also while the page was being left.
new MutationObserver(() => {
  sessionStorage.setItem('states', `${sessionStorage.getItem('states') ?? ''}${root.innerText}\n`)
}).observe(root, { subtree: true, childList: true, characterData: true })
