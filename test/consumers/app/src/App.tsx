import 'react-prompt-optimization/styles.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import {
  type JobLinks,
  JobList,
  OptimizationProvider,
  optimizationJobOptions,
  StartJobForm,
} from 'react-prompt-optimization'
import { ar } from 'react-prompt-optimization/locales/ar'
import { de } from 'react-prompt-optimization/locales/de'
import { en } from 'react-prompt-optimization/locales/en'
import { client } from './client.js'

const queryClient = new QueryClient()
const links: JobLinks = { testRun: (id, { promptTemplateId }) => `/${promptTemplateId}/test-runs/${id}` }

export function App({ children, projectId }: { children?: ReactNode; projectId: string }) {
  const [labels, setLabels] = useState<typeof en>(de)
  return (
    <QueryClientProvider client={queryClient}>
      <OptimizationProvider client={client} links={links} labels={{ ...labels, title: 'Prompt' }}>
        <button type="button" onClick={() => setLabels(labels === de ? ar : en)}>
          {labels.title}
        </button>
        <StartJobForm projectId={projectId} onStarted={({ jobId }) => history.pushState(null, '', jobId)} />
        <JobList projectId={projectId} />
        {children}
      </OptimizationProvider>
    </QueryClientProvider>
  )
}

export const prefetch = (projectId: string, jobId: string) =>
  queryClient.prefetchQuery(optimizationJobOptions(client, { projectId, jobId }))
