import { useOptimizationJob } from 'react-prompt-optimization'
import { ComparisonContent } from './ComparisonContent.js'
import { NotFound } from './NotFound.js'
import { ReadState } from './ReadState.js'
import { ResultPage } from './ResultPage.js'

interface ComparisonPageProps {
  projectId: string
  comparisonId: string
  jobId: string | null
}

/** The service has no route that reads a comparison, so the page shows what its job names. */
export function ComparisonPage({ projectId, comparisonId, jobId }: ComparisonPageProps) {
  const { kind, job, error, refetch } = useOptimizationJob({ projectId, jobId })
  const isMissing = job ? job.comparisonId !== comparisonId : kind === 'idle'
  return (
    <ResultPage title="Comparison" jobId={jobId}>
      {isMissing ? (
        <NotFound name="Comparison" />
      ) : job ? (
        <ComparisonContent projectId={projectId} job={job} />
      ) : (
        <ReadState name="Comparison" error={error} refetch={refetch} />
      )}
    </ResultPage>
  )
}
