import { useQuery } from '@tanstack/react-query'
import { useOptimizationClient } from 'react-prompt-optimization'
import { promptVersionOptions } from 'react-prompt-optimization/outcome'
import { PromptVersionContent } from './PromptVersionContent.js'
import { ReadState } from './ReadState.js'
import { ResultPage } from './ResultPage.js'

interface VersionPageProps {
  projectId: string
  promptTemplateId: string
  versionId: string
  jobId: string | null
}

export function VersionPage({ projectId, promptTemplateId, versionId, jobId }: VersionPageProps) {
  const client = useOptimizationClient()
  const {
    data: version,
    error,
    refetch,
  } = useQuery(promptVersionOptions(client, { projectId, promptTemplateId, versionId }))
  const name = [version?.promptName, version?.versionName].filter(Boolean).join(' ')
  return (
    <ResultPage title={name || 'Prompt version'} jobId={jobId}>
      {version ? (
        <PromptVersionContent version={version} />
      ) : (
        <ReadState name="Prompt version" error={error} refetch={refetch} />
      )}
    </ResultPage>
  )
}
