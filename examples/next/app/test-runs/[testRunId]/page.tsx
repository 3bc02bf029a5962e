export default async function TestRunPage({ params }: PageProps<'/test-runs/[testRunId]'>) {
  const { testRunId } = await params
  return (
    <>
      <h1>Your app’s test run page</h1>
      <p>{testRunId}</p>
    </>
  )
}
