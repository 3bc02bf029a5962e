import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { getClockId } from '../../src/core/deviceClock.js'
import { optimizationKeys } from '../../src/query/optimizationKeys.js'
import { installSync, invalidateLists, setCancelling } from '../../src/query/syncCache.js'
import { job, listOf, OTHER_PROJECT, PROJECT_ID, setUpCache } from './setUpCache.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const MINUTE = 60_000
const queued = job({ status: 'pending', progress: null })
const running = job()
const cancelling = job({ status: 'cancelling' })
const completed = job({
  status: 'completed',
  optimized_version_id: 'v13',
  completed_at: '2026-01-01T01:00:00Z',
})
const other = job({ job_id: 'b', status: 'pending' })

function setUp() {
  const app = setUpCache()
  installSync(app.queryClient)
  return app
}

/** The writes to the cache during an action, sorted: sync writes before the event reaches other subscribers. */
function collectWrites({ cache }: ReturnType<typeof setUpCache>, run: () => void): string[] {
  const writes: string[] = []
  const unsubscribe = cache.subscribe((event) => {
    if (event.type === 'updated') writes.push(`${event.query.queryKey[2]} ${event.action.type}`)
  })
  run()
  unsubscribe()
  return writes.sort()
}

describe('a response about a job', () => {
  it('updates its rows in all lists, and no other row', () => {
    const { setJob, setList, getRows } = setUp()
    setList([other, queued])
    setList([queued], { pageSize: 5 })
    setJob(completed)
    const { status, phase, optimizedVersionId, completedAt } = completed
    const row = { ...queued, status, phase, optimizedVersionId, completedAt }
    expect(getRows()).toEqual([other, row])
    expect(getRows()?.[0]).toBe(other)
    expect(getRows({ pageSize: 5 })).toEqual([row])
  })

  it.each([
    ['is behind', completed, running],
    ['is the same', running, running],
    ['is no longer being canceled', cancelling, running],
  ])('that %s updates no row', (_, row, latest) => {
    const app = setUp()
    app.setList([row])
    expect(collectWrites(app, () => app.setJob(latest))).toEqual(['job success'])
    expect(app.getRows()).toEqual([row])
  })

  it('updates no row of another project, and no other query', () => {
    const app = setUp()
    app.setList([queued])
    const ofApp = listOf([queued])
    app.queryClient.setQueryData(['app', PROJECT_ID, 'list', {}], ofApp)
    app.setJob(running, OTHER_PROJECT)
    const otherKey = optimizationKeys.job({ projectId: OTHER_PROJECT, jobId: 'a' })
    app.queryClient.setQueryData(['app', PROJECT_ID, 'job', 'a'], app.queryClient.getQueryData(otherKey))
    expect(app.getRows()).toEqual([queued])
    app.setJob(running)
    expect(app.queryClient.getQueryData(['app', PROJECT_ID, 'list', {}])).toBe(ofApp)
  })

  it('has a list by status refetched if the status changes, as it may no longer match', () => {
    const { setJob, setList, getRows, isInvalidated } = setUp()
    const filter = { status: 'pending' }
    setList([queued, other], filter)
    setList([queued])
    setJob(running)
    expect([isInvalidated(filter), isInvalidated()]).toEqual([true, false])
    expect(getRows(filter)).toEqual([queued, other])
  })

  it('updates a list by status if only the cancellation changes', () => {
    const { setJob, setList, getRows, isInvalidated } = setUp()
    const filter = { status: 'running' }
    const requested = { ...running, isCancelling: true }
    setList([running], filter)
    setJob(requested)
    expect(isInvalidated(filter)).toBe(false)
    expect(getRows(filter)).toMatchObject([{ isCancelling: true }])
  })

  it('is ignored where the data of a query is something else', () => {
    const { queryClient, setJob, setList, getRows } = setUp()
    const jobKey = optimizationKeys.job({ projectId: PROJECT_ID, jobId: 'a' })
    const listKey = optimizationKeys.list({ projectId: PROJECT_ID, pageSize: 5 })
    queryClient.setQueryData(listKey, 'a')
    setList([queued])
    queryClient.setQueryData(jobKey, 'a')
    setList([queued])
    expect(getRows()).toEqual([queued])
    queryClient.removeQueries({ queryKey: jobKey })
    setJob(running)
    expect(getRows()).toMatchObject([{ phase: 'running' }])
    expect(queryClient.getQueryData(listKey)).toBe('a')
  })
})

describe('a response with a list', () => {
  it('updates a job that is behind, which does not count as a response about it', () => {
    const { setJob, setList, getJob, getJobState } = setUp()
    setJob(queued)
    const before = getJobState()
    const [at, count] = [before?.dataUpdatedAt, before?.dataUpdateCount]
    vi.advanceTimersByTime(MINUTE)
    setList([other, running])
    const now = Date.now()
    const { status, phase } = running
    expect(getJob()).toMatchObject({ job: { ...queued, status, phase }, changedAt: now, observedAt: now })
    expect(getJobState()).toMatchObject({ dataUpdatedAt: at, dataUpdateCount: count, isInvalidated: false })
    expect(getJob('b')).toBeUndefined()
  })

  it('ends a stall', () => {
    const { queryClient, setJob, setList, getJob } = setUp()
    setJob(queued)
    queryClient.setQueryData(optimizationKeys.job({ projectId: PROJECT_ID, jobId: 'a' }), {
      ...getJob(),
      stalledSince: 1,
    })
    setList([running])
    expect(getJob()).toMatchObject({ stalledSince: null })
  })

  it('has a job refetched that is over, because rows have no results', () => {
    const { setJob, setList, getJob, getJobState, isInvalidated } = setUp()
    setJob(running)
    setJob(other)
    setList([completed])
    expect(getJobState()?.isInvalidated).toBe(true)
    expect([getJobState('b')?.isInvalidated, isInvalidated()]).toEqual([false, false])
    expect(getJob()?.job).toEqual(running)
  })

  it('has no job refetched whose requests fail: the next retry will see it', () => {
    const { cache, queryClient, setJob, setList, getJobState } = setUp()
    setJob(running)
    const queryKey = optimizationKeys.job({ projectId: PROJECT_ID, jobId: 'a' })
    cache.find({ queryKey })?.setState({ error: new Error('down'), status: 'error' })
    setList([completed])
    expect(queryClient.getQueryState(queryKey)?.isInvalidated).toBe(false)
    expect(getJobState()?.data?.job).toEqual(running)
  })

  it('has its own rows updated, once, if a job is ahead, also if it is filtered', () => {
    const app = setUp()
    app.setJob(running)
    app.setJob(other)
    const filter = { status: 'pending' }
    const writes = collectWrites(app, () => app.setList([queued, other], filter))
    expect(writes).toEqual(['list setState', 'list success'])
    expect(app.getRows(filter)).toMatchObject([{ jobId: 'a', phase: 'running' }, other])
    expect(app.isInvalidated(filter)).toBe(false)
  })

  it('updates the rows of other lists that are behind, and is not updated by those that are', () => {
    const { setList, getRows } = setUp()
    setList([queued], { pageSize: 5 })
    setList([running, other])
    expect(getRows({ pageSize: 5 })).toMatchObject([{ jobId: 'a', phase: 'running' }])
    expect(getRows()).toEqual([running, other])
  })

  it('means nothing to a job of another project', () => {
    const { queryClient, setJob, setList } = setUp()
    setJob(queued, OTHER_PROJECT)
    setList([running])
    const queryKey = optimizationKeys.job({ projectId: OTHER_PROJECT, jobId: 'a' })
    expect(queryClient.getQueryData(queryKey)).toMatchObject({ job: queued })
  })

  it('makes the time of a response by another clock unknown, beside times by this one', () => {
    const { queryClient, setJob, setList, getJob, getJobState } = setUp()
    setJob(queued)
    queryClient.setQueryData(optimizationKeys.job({ projectId: PROJECT_ID, jobId: 'a' }), {
      ...getJob(),
      clock: 1,
    })
    setList([running])
    expect(getJob()).toMatchObject({ clock: getClockId(), job: { phase: 'running' } })
    expect(getJobState()?.dataUpdatedAt).toBe(0)
  })
})

it('installSync does nothing the second time', () => {
  const app = setUp()
  const subscribe = vi.spyOn(app.cache, 'subscribe')
  installSync(app.queryClient)
  expect(subscribe).not.toHaveBeenCalled()
  app.setList([queued])
  expect(collectWrites(app, () => app.setJob(running))).toEqual(['job success', 'list setState'])
})

it('what is set without a response is synced from a job, and not from a list', () => {
  const { cache, setJob, setList, getRows, getJob } = setUp()
  setJob(queued)
  setList([queued])
  const find = (queryKey: readonly unknown[]) => cache.find({ queryKey })
  find(optimizationKeys.list({ projectId: PROJECT_ID }))?.setState({ data: listOf([running]) })
  expect(getJob()?.job.phase).toBe('queued')
  find(optimizationKeys.list({ projectId: PROJECT_ID }))?.setState({ data: listOf([queued]) })
  find(optimizationKeys.job({ projectId: PROJECT_ID, jobId: 'a' }))?.setState({
    data: { ...getJob(), job: running },
  })
  expect(getRows()).toMatchObject([{ phase: 'running' }])
})

describe('setCancelling', () => {
  const reference = { projectId: PROJECT_ID, jobId: 'a' }

  it('sets it in the query of the job and its rows, and nowhere else', () => {
    const { queryClient, setJob, setList, getJob, getRows } = setUp()
    setJob(running)
    setJob(other)
    setList([running, other])
    setCancelling(queryClient, reference, () => true)
    expect([getJob()?.job.isCancelling, getJob('b')?.job.isCancelling]).toEqual([true, false])
    expect(getRows()).toEqual([{ ...running, isCancelling: true }, other])
    setCancelling(queryClient, reference, () => false)
    expect(getJob()?.job).toEqual(running)
    expect(getRows()).toEqual([running, other])
  })

  it('works with rows alone', () => {
    const { queryClient, setList, getRows } = setUp()
    setList([running])
    setCancelling(queryClient, reference, () => true)
    expect(getRows()).toMatchObject([{ isCancelling: true }])
  })

  it.each([
    ['is over', completed],
    ['is being canceled already', cancelling],
  ])('writes nothing if the job %s', (_, latest) => {
    const app = setUp()
    app.setJob(latest)
    app.setList([latest])
    expect(collectWrites(app, () => setCancelling(app.queryClient, reference, () => true))).toEqual([])
  })
})

describe('invalidateLists', () => {
  it('invalidates all lists of the project, and no job', () => {
    const { queryClient, setJob, setList, getJobState, isInvalidated } = setUp()
    setJob(running)
    setList([running])
    setList([running], { status: 'running' })
    const otherKey = optimizationKeys.list({ projectId: OTHER_PROJECT })
    queryClient.setQueryData(otherKey, listOf([other]))
    invalidateLists(queryClient, PROJECT_ID)
    expect([isInvalidated(), isInvalidated({ status: 'running' })]).toEqual([true, true])
    expect([getJobState()?.isInvalidated, queryClient.getQueryState(otherKey)?.isInvalidated]).toEqual([
      false,
      false,
    ])
  })

  it('does not wait for a list that is fetched again', async () => {
    const { queryClient, cache, setList, isInvalidated } = setUp()
    setList([running])
    const queryKey = optimizationKeys.list({ projectId: PROJECT_ID })
    void cache.find({ queryKey })?.fetch({ queryKey, queryFn: () => new Promise(() => {}) })
    invalidateLists(queryClient, PROJECT_ID)
    expect(isInvalidated()).toBe(true)
  })

  it.each([
    ['arrives', false],
    ['fails', true],
  ])('waits until another page that is loading %s', async (_, isFailing) => {
    const { queryClient, cache, setList, isInvalidated } = setUp()
    setList([running])
    const queryKey = optimizationKeys.list({ projectId: PROJECT_ID })
    let finish = () => {}
    const fetching = cache.find({ queryKey })?.fetch(
      {
        queryKey,
        retry: false,
        queryFn: () =>
          new Promise((resolve, reject) => {
            finish = () => (isFailing ? reject(new Error('down')) : resolve(listOf([running], [other])))
          }),
      },
      { meta: { fetchMore: { direction: 'forward' } } },
    )
    await vi.advanceTimersByTimeAsync(0)
    invalidateLists(queryClient, PROJECT_ID)
    expect(isInvalidated()).toBe(false)
    finish()
    await Promise.allSettled([fetching])
    await vi.advanceTimersByTimeAsync(0)
    expect(isInvalidated()).toBe(true)
  })
})
