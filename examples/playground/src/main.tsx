import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { OptimizationProvider } from 'react-prompt-optimization'
import { PromptNames } from 'react-prompt-optimization/prompts'
// Imported first, so that the reset layer precedes the layer of the package.
import './playground.css'
import 'react-prompt-optimization/styles.css'
import 'react-prompt-optimization/outcome.css'
import { App } from './App'
import { client, projectId } from './simulator'

const queryClient = new QueryClient()

// Links to pages of your app. Here, they only change the address.
const links = {
  testRun: (id: string) => `#/test-runs/${id}`,
  comparison: (id: string) => `#/comparisons/${id}`,
}

// Simulated jobs are over in seconds.
const polling = { pollIntervalMs: 1_000 }

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <OptimizationProvider client={client} links={links} polling={polling}>
        <PromptNames projectId={projectId}>
          <App />
        </PromptNames>
      </OptimizationProvider>
    </QueryClientProvider>
  </StrictMode>,
)
