import { describe, expect, it } from 'vitest'
import { OTHER_PROJECT_ID, PROJECT_ID, START_BODY, setUp, UNKNOWN_ID } from './setUp.js'

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

describe('simulator startJob', () => {
  it('responds with 202 and the job ID, and the job runs to completion', async () => {
    const { start, wait, get } = setUp()
    const { status, body } = await start()
    expect(status).toBe(202)
    expect(body).toEqual({
      job_id: expect.stringMatching(UUID),
      status: 'pending',
      created_at: '2026-01-15T09:30:00.000Z',
    })
    wait(10_000)
    expect(await get(body.job_id)).toMatchObject({
      status: 'running',
      original_version_id: START_BODY.prompt_template_version_id,
      run_test_after_optimization: true,
    })
    wait(400_000)
    const job = await get(body.job_id)
    expect(job.status).toBe('completed')
    const ids = [job.prompt_template_id, job.optimized_version_id, job.test_run_id, job.comparison_id]
    for (const id of ids) expect(id).toMatch(UUID)
    expect(new Set(ids).size).toBe(4)
  })

  it('returns the same result IDs on every poll', async () => {
    const { start, wait, get } = setUp()
    const { body } = await start()
    wait(400_000)
    expect(await get(body.job_id)).toEqual(await get(body.job_id))
  })

  it.each([
    { user_instructions: null },
    { user_instructions: '' },
    { use_labels: false },
    { something_new: 1 },
  ])('accepts %o', async (more) => expect((await setUp().start({ ...START_BODY, ...more })).status).toBe(202))

  it.each([
    ['prompt_template_version_id', undefined],
    ['prompt_template_version_id', 'latest'],
    ['prompt_template_version_id', null],
    ['dataset_id', undefined],
    ['dataset_id', 7],
    ['user_instructions', 7],
    ['user_instructions', ['a']],
    ['use_best_practices', 'true'],
    ['use_labels', 1],
    ['use_customer_feedback', null],
    ['run_test_after_optimization', {}],
  ])('rejects a body whose %s is %o, names the field, and starts no job', async (field, value) => {
    const { start, simulator } = setUp()
    const { status, body } = await start({ ...START_BODY, [field]: value })
    expect(status).toBe(400)
    expect(body.message).toContain(field)
    expect(simulator.jobs(PROJECT_ID)).toEqual([])
  })

  it.each(['', '{', '[]', 'null', '"a"'])('rejects the body %o', async (text) => {
    const { status, body } = await setUp().start(text)
    expect([status, typeof body.message]).toEqual([400, 'string'])
  })
})

describe('simulator listJobs', () => {
  it('returns summaries without progress, newest first', async () => {
    const { simulator, list } = setUp()
    const old = simulator.addJob({ projectId: PROJECT_ID, ageMs: 400_000 })
    const older = simulator.addJob({ projectId: PROJECT_ID, ageMs: 800_000, scenario: 'failed' })
    const twins = [simulator.addJob({ projectId: PROJECT_ID }), simulator.addJob({ projectId: PROJECT_ID })]
    simulator.addJob({ projectId: OTHER_PROJECT_ID })
    const { data, pagination } = await list()
    expect(data.map((row: { job_id: string }) => row.job_id)).toEqual([twins[1], twins[0], old, older])
    expect(Object.keys(data[0]).sort()).toEqual([
      'completed_at',
      'created_at',
      'job_id',
      'optimized_version_id',
      'original_version_id',
      'prompt_template_id',
      'status',
    ])
    expect(pagination).toEqual({ page: 1, page_size: 30, has_next: false })
  })

  it('paginates, with an empty page past the end', async () => {
    const { simulator, list } = setUp({ pageSize: 2 })
    for (let count = 0; count < 4; count++) simulator.addJob({ projectId: PROJECT_ID })
    const page = async (query: string) => {
      const { data, pagination } = await list(query)
      return [data.length, pagination.page_size, pagination.has_next]
    }
    expect(await page('')).toEqual([2, 2, true])
    expect(await page('?page=2')).toEqual([2, 2, false])
    expect(await page('?page=3')).toEqual([0, 2, false])
    expect(await page('?page=2&page_size=3')).toEqual([1, 3, false])
    expect(await page('?page_size=100')).toEqual([4, 100, false])
  })

  it('filters by the raw status', async () => {
    const { simulator, list } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, ageMs: 60_000 })
    simulator.addJob({ projectId: PROJECT_ID, ageMs: 60_000, scenario: 'unknownStatus' })
    const count = async (status: string) => (await list(`?status=${status}`)).data.length
    expect([
      await count('running'),
      await count('warming_up'),
      await count('RUNNING'),
      await count('x'),
    ]).toEqual([1, 1, 0, 0])
  })

  it.each([
    'page=0',
    'page=-1',
    'page=1.5',
    'page=two',
    'page=',
    'page=1e3',
    `page=${'9'.repeat(30)}`,
    'page_size=0',
    'page_size=101',
  ])('rejects %s', async (query) => {
    const { send, jobsPath } = setUp()
    const { status, body } = await send('GET', `${jobsPath}?${query}`)
    expect(status).toBe(400)
    expect(body.message).toContain(query.split('=')[0])
  })
})

describe('simulator cancelJob', () => {
  it.each([
    ['pending', 0, null],
    ['running', 60_000, 2],
  ])('cancels a %s job within 2 s and keeps its step', async (status, ageMs, step) => {
    const { simulator, cancel, get, wait } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID, ageMs })
    expect((await get(jobId)).status).toBe(status)
    expect(await cancel(jobId)).toMatchObject({ status: 200, body: {} })
    expect(await get(jobId)).toMatchObject({ status: 'cancelling', completed_at: null })
    wait(2_000)
    const job = await get(jobId)
    expect(job).toMatchObject({ status: 'cancelled', completed_at: '2026-01-15T09:30:02.000Z' })
    expect(job.progress?.step ?? null).toBe(step)
    wait(900_000)
    expect(await get(jobId)).toEqual(job)
  })

  it('is idempotent', async () => {
    const { simulator, cancel, get, wait } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID })
    await cancel(jobId)
    wait(1_500)
    expect((await cancel(jobId)).status).toBe(200)
    wait(500)
    expect((await get(jobId)).status).toBe('cancelled')
  })

  it('cancels a job that would have completed during the cancellation delay', async () => {
    const { simulator, cancel, get, wait } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID, ageMs: 322_500 })
    await cancel(jobId)
    wait(5_000)
    expect(await get(jobId)).toMatchObject({ status: 'cancelled', optimized_version_id: null })
  })

  it.each(['happy', 'failed', 'cancelled'] as const)(
    'is rejected once the job has finished (scenario %s)',
    async (scenario) => {
      const { simulator, cancel, get } = setUp()
      const jobId = simulator.addJob({ projectId: PROJECT_ID, scenario, ageMs: 3_600_000 })
      const before = await get(jobId)
      const { status, body } = await cancel(jobId)
      expect(status).toBe(400)
      expect(body.message).toContain(before.status)
      expect(await get(jobId)).toEqual(before)
    },
  )

  it('responds with 404 for an unknown job', async () => {
    expect((await setUp().cancel(UNKNOWN_ID)).status).toBe(404)
  })
})
