import { useQuery } from '@tanstack/react-query'
import { useOptimizationClient } from 'react-prompt-optimization'
import {
  type TestRunPage,
  type TestRunReference,
  testRunOptions,
  testRunPageOptions,
} from 'react-prompt-optimization/outcome'

const POLL_INTERVAL_MS = 5_000

/** Reads a test run, and its status, which only the list has. Polls both while the test is running. */
export function useTestRun({ projectId, testRunId }: TestRunReference) {
  const client = useOptimizationClient()
  const findStatus = (page: TestRunPage | undefined) =>
    page?.testRuns.find((listed) => listed.testRunId === testRunId)?.status
  const { data: page, dataUpdatedAt: listedAt } = useQuery({
    ...testRunPageOptions(client, { projectId, pageSize: 100 }),
    refetchInterval: ({ state }) => findStatus(state.data) === 'in-progress' && POLL_INTERVAL_MS,
  })
  const status = findStatus(page)
  const { data, error, refetch } = useQuery({
    ...testRunOptions(client, { projectId, testRunId }),
    refetchInterval: ({ state }) => {
      // Figures that were missing may have come with the end of the test.
      const isOutdated = status === 'in-progress' || state.dataUpdatedAt < listedAt
      return state.data?.criteria.length === 0 && isOutdated && POLL_INTERVAL_MS
    },
  })
  return { testRun: data, status, error, refetch }
}
