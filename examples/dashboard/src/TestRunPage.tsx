import { useJobLabels } from 'react-prompt-optimization'
import { TestResults } from 'react-prompt-optimization/outcome'
import { Facts } from './Facts.js'
import { ReadState } from './ReadState.js'
import { ResultPage } from './ResultPage.js'
import { useTestRun } from './useTestRun.js'

interface TestRunPageProps {
  projectId: string
  testRunId: string
  jobId: string | null
}

export function TestRunPage({ projectId, testRunId, jobId }: TestRunPageProps) {
  const { testRun, status, error, refetch } = useTestRun({ projectId, testRunId })
  return (
    <ResultPage title={testRun?.name ?? 'Test run'} jobId={jobId}>
      {testRun ? (
        <>
          <Facts
            facts={{
              Description: testRun.description,
              Created: testRun.createdAt && <DateTime value={testRun.createdAt} />,
              Prompt: testRun.promptName,
            }}
          />
          <TestResults testRun={testRun} status={status} />
        </>
      ) : (
        <ReadState name="Test run" error={error} refetch={refetch} />
      )}
    </ResultPage>
  )
}

function DateTime({ value }: { value: string }) {
  return <time dateTime={value}>{useJobLabels().formatDate(value)}</time>
}
