import { Suspense } from 'react'

export default function TestRunPage({ params }: PageProps<'/test-runs/[testRunId]'>) {
  return (
    <>
      <h1>Your app’s test run page</h1>
      <Suspense fallback={<p>Loading…</p>}>
        <TestRun testRunId={params.then(({ testRunId }) => testRunId)} />
      </Suspense>
    </>
  )
}

async function TestRun({ testRunId }: { testRunId: Promise<string> }) {
  return <p>{await testRunId}</p>
}
