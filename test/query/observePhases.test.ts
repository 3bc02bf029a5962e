import { dehydrate, hydrate } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { observePhases } from '../../src/query/observePhases.js'
import { optimizationKeys } from '../../src/query/optimizationKeys.js'
import { job, OTHER_PROJECT, PROJECT_ID, setUpCache } from './setUpCache.js'

/** Observes all queries, or that of the job with the ID `a`. */
function setUp(only?: 'a') {
  const app = setUpCache()
  const calls: string[] = []
  const queryKey = optimizationKeys.job({ projectId: PROJECT_ID, jobId: 'a' })
  const observe = () =>
    observePhases(
      app.cache,
      only ? app.queryClient.defaultQueryOptions({ queryKey }).queryHash : null,
      ({ jobId, phase }, previousPhase, reference) => {
        calls.push(`${jobId}: ${previousPhase} → ${phase}`)
        expect(reference).toEqual({ projectId: expect.any(String), jobId })
      },
    )
  return { ...app, observe, calls }
}

it('calls the listener for each job that is in the cache, in its query or in a list, once', () => {
  const { setJob, setList, observe, calls } = setUp()
  setJob(job())
  setList([job(), job({ job_id: 'b', status: 'completed' })])
  observe()
  expect(calls).toEqual(['a: undefined → running', 'b: undefined → completed'])
})

it('calls the listener for each change of a phase, and for nothing that lags behind', () => {
  const { setJob, setList, observe, calls } = setUp()
  observe()
  setJob(job({ status: 'pending' }))
  setList([job({ status: 'pending' })])
  setList([job({ status: 'running' })])
  setJob(job({ status: 'running', progress: null }))
  setJob(job({ status: 'completed' }))
  setList([job({ status: 'running' })])
  expect(calls).toEqual(['a: undefined → queued', 'a: queued → running', 'a: running → completed'])
})

it('distinguishes jobs of different projects', () => {
  const { setJob, observe, calls } = setUp()
  observe()
  setJob(job())
  setJob(job(), OTHER_PROJECT)
  expect(calls).toEqual(['a: undefined → running', 'a: undefined → running'])
})

it('remembers the jobs of a cache that is cleared', () => {
  const { setJob, cache, observe, calls } = setUp()
  observe()
  setJob(job())
  cache.clear()
  setJob(job())
  expect(calls).toHaveLength(1)
})

it('observes one query only, if there is one', () => {
  const { setJob, setList, observe, calls } = setUp('a')
  setJob(job({ job_id: 'b' }))
  setJob(job({ status: 'pending' }))
  observe()
  setJob(job({ job_id: 'b', status: 'completed' }))
  setList([job({ status: 'completed' })])
  setJob(job())
  expect(calls).toEqual(['a: undefined → queued', 'a: queued → running'])
})

it('observes a query that is not in the cache yet', () => {
  const { setJob, observe, calls } = setUp('a')
  observe()
  setJob(job())
  expect(calls).toEqual(['a: undefined → running'])
})

it('calls the listener for a job that is hydrated', () => {
  const { queryClient, observe, calls } = setUp()
  const server = setUp()
  server.setJob(job())
  observe()
  hydrate(queryClient, dehydrate(server.queryClient))
  expect(calls).toEqual(['a: undefined → running'])
})

it('leaves the queries of the app, and what is no job, alone', () => {
  const { queryClient, observe, calls } = setUp()
  observe()
  queryClient.setQueryData(['app', PROJECT_ID, 'list', {}], { pages: [{ jobs: [job()] }], pageParams: [1] })
  queryClient.setQueryData([optimizationKeys.all[0], 1], { pages: [{ jobs: [job()] }], pageParams: [1] })
  queryClient.setQueryData(optimizationKeys.job({ projectId: PROJECT_ID, jobId: 'a' }), 'a')
  expect(calls).toEqual([])
})

it('calls the listener no more once it is unsubscribed', () => {
  const { setJob, observe, calls } = setUp()
  const unsubscribe = observe()
  unsubscribe()
  setJob(job())
  expect(calls).toEqual([])
})
