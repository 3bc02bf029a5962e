import { describe, expect, it } from 'vitest'
import { createJobSimulator } from '../../src/testing.js'
import { OTHER_PROJECT_ID, PROJECT_ID, START_BODY, setUp, UNKNOWN_ID } from './setUp.js'

describe('the API key', () => {
  const ask = (headers: Record<string, string>) => {
    const { send, jobsPath } = setUp({ token: 'secret' })
    return send('GET', jobsPath, undefined, headers)
  }

  it('opens every call when it is right', async () => {
    expect((await ask({ Authorization: 'Bearer secret' })).status).toBe(200)
    expect((await ask({ Authorization: 'bearer secret' })).status).toBe(200)
  })

  it.each<[string, Record<string, string>]>([
    ['missing', {}],
    ['another one', { Authorization: 'Bearer secret2' }],
    ['empty', { Authorization: 'Bearer ' }],
    ['sent in another way', { Authorization: 'Basic secret' }],
    ['sent bare', { Authorization: 'secret' }],
  ])('is refused in the same words when it is %s', async (_, headers) => {
    expect(await ask(headers)).toMatchObject({ status: 401, body: { message: 'Invalid or missing API key' } })
  })

  it('is not asked for unless there is one', async () => {
    const { list } = setUp()
    expect(await list()).toHaveProperty('data')
  })
})

describe('ids', () => {
  it('of a job in another project, or of none, are not found', async () => {
    const { simulator, send, jobsPath } = setUp()
    const jobId = simulator.addJob({ projectId: OTHER_PROJECT_ID })
    expect((await send('GET', `${jobsPath}/${jobId}`)).status).toBe(404)
    expect((await send('GET', `${jobsPath}/${UNKNOWN_ID}`)).status).toBe(404)
  })

  it('of a project that is not there are not found, in any call', async () => {
    const { send, jobsPath } = setUp({ projectIds: [OTHER_PROJECT_ID] })
    const calls = [
      send('GET', jobsPath),
      send('POST', jobsPath, START_BODY),
      send('GET', `${jobsPath}/${UNKNOWN_ID}`),
      send('POST', `${jobsPath}/${UNKNOWN_ID}/cancel`),
    ]
    for (const { status, body } of await Promise.all(calls)) {
      expect([status, body]).toEqual([404, { message: 'Project not found' }])
    }
    expect((await send('GET', jobsPath.replace(PROJECT_ID, OTHER_PROJECT_ID))).status).toBe(200)
  })

  it.each([
    ['project_id', '/api/v2/projects/p/prompt-optimization-jobs'],
    ['project_id', `/api/v2/projects/%ff/prompt-optimization-jobs/${UNKNOWN_ID}`],
    ['job_id', `/api/v2/projects/${PROJECT_ID}/prompt-optimization-jobs/j`],
    ['job_id', `/api/v2/projects/${PROJECT_ID}/prompt-optimization-jobs/${UNKNOWN_ID}0`],
  ])('that are no UUID are refused as %s', async (name, path) => {
    const { status, body } = await setUp().send('GET', path)
    expect([status, body.message]).toEqual([400, `${name} must be a UUID`])
  })

  it('may be written in capitals', async () => {
    const { simulator, get } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID.toUpperCase() })
    expect((await get(jobId.toUpperCase())).job_id).toBe(jobId)
  })
})

describe('paths and methods', () => {
  it.each([
    ['PUT', '', 'GET, POST'],
    ['HEAD', '', 'GET, POST'],
    ['POST', `/${UNKNOWN_ID}`, 'GET'],
    ['DELETE', `/${UNKNOWN_ID}`, 'GET'],
    ['GET', `/${UNKNOWN_ID}/cancel`, 'POST'],
  ])('%s on jobs%s is answered with the methods that work', async (method, path, allowed) => {
    const { response, status } = await setUp().send(method, setUp().jobsPath + path)
    expect([status, response.headers.get('Allow')]).toEqual([405, allowed])
  })

  it.each([
    '/',
    '/api/v2',
    '/api/v2/projects',
    `/api/v2/projects/${PROJECT_ID}`,
    `/api/v2/projects/${PROJECT_ID}/prompt-optimization-jobs/`,
    `/api/v2/projects/${PROJECT_ID}/prompt-optimization-jobs/${UNKNOWN_ID}/restart`,
    `/api/v2beta/projects/${PROJECT_ID}/prompt-optimization-jobs`,
    `/projects/${PROJECT_ID}/prompt-optimization-jobs`,
  ])('%s is not found', async (path) => {
    expect((await setUp().send('GET', path)).status).toBe(404)
  })

  it.each([
    ['/other/', '/other'],
    ['/', ''],
    ['', ''],
  ])('the base path may be %o', async (basePath, prefix) => {
    const { send } = setUp({ basePath })
    expect((await send('GET', `${prefix}/projects/${PROJECT_ID}/prompt-optimization-jobs`)).status).toBe(200)
  })
})

describe('every answer', () => {
  it('is JSON, and not to be stored', async () => {
    const { send, jobsPath } = setUp()
    for (const [method, path] of [
      ['GET', jobsPath],
      ['POST', jobsPath],
      ['PUT', jobsPath],
      ['GET', '/nowhere'],
    ] as const) {
      const { headers } = (await send(method, path)).response
      expect([headers.get('Content-Type'), headers.get('Cache-Control')]).toEqual([
        'application/json',
        'no-store',
      ])
    }
  })

  it('comes, even where the request is broken or a scenario throws', async () => {
    const { simulator } = setUp()
    expect((await simulator({ url: 'nowhere' } as Request)).status).toBe(400)
    expect((await simulator({} as Request)).status).toBe(400)
    const { start } = setUp({
      scenario: () => {
        throw new Error('no such wish')
      },
    })
    expect(await start()).toMatchObject({
      status: 500,
      body: { message: expect.stringContaining('no such wish') },
    })
  })
})

it('keeps the jobs of two simulators apart', () => {
  const [one, other] = [createJobSimulator(), createJobSimulator()]
  one.addJob({ projectId: PROJECT_ID })
  expect(other.jobs(PROJECT_ID)).toEqual([])
})
