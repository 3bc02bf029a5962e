export default async function TestRunPage({ params }: PageProps<'/test-runs/[testRunId]'>) {
  const { testRunId } = await params
  return (
    <>
      <h1>Your app’s page of the test run</h1>
      <p>{testRunId}</p>
    </>
  )
}
