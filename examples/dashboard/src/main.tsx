import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { OptimizationProvider } from 'react-prompt-optimization'
import { createOptimizationClient } from 'react-prompt-optimization/api'
// Imported first, so that the reset layer precedes the layer of the package.
import './app.css'
import 'react-prompt-optimization/styles.css'
import { App } from './App.js'

const queryClient = new QueryClient()
// A same-origin path: the server adds the API key, which must not reach the browser.
const client = createOptimizationClient({ baseUrl: '/api/v2' })

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root".')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <OptimizationProvider client={client}>
        <App />
      </OptimizationProvider>
    </QueryClientProvider>
  </StrictMode>,
)
