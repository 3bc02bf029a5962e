import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
// Imported first, so that the reset layer precedes the layer of the package.
import './app.css'
import 'react-prompt-optimization/styles.css'
import 'react-prompt-optimization/outcome.css'
import { App } from './App.js'

const queryClient = new QueryClient()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root".')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
