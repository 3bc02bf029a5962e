import { describe, expect, it } from 'vitest'
import { createJobSimulator } from '../../src/testing.js'
import { OTHER_PROJECT_ID, PROJECT_ID, START_BODY, setUp, UNKNOWN_ID } from './setUp.js'

describe('simulator token', () => {
  const listWithHeaders = (headers: Record<string, string>) => {
    const { send, jobsPath } = setUp({ token: 'secret' })
    return send('GET', jobsPath, undefined, headers)
  }

  it('authorizes requests with the right bearer token', async () => {
    expect((await listWithHeaders({ Authorization: 'Bearer secret' })).status).toBe(200)
    expect((await listWithHeaders({ Authorization: 'bearer secret' })).status).toBe(200)
  })

  it.each<[string, Record<string, string>]>([
    ['missing', {}],
    ['wrong', { Authorization: 'Bearer secret2' }],
    ['empty', { Authorization: 'Bearer ' }],
    ['sent with another scheme', { Authorization: 'Basic secret' }],
    ['sent without a scheme', { Authorization: 'secret' }],
  ])('causes the same 401 when it is %s', async (_, headers) => {
    expect(await listWithHeaders(headers)).toMatchObject({
      status: 401,
      body: { message: 'Invalid or missing API key' },
    })
  })

  it('is not required by default', async () => {
    const { list } = setUp()
    expect(await list()).toHaveProperty('data')
  })
})

describe('simulator IDs', () => {
  it('result in a 404 for unknown jobs and jobs of another project', async () => {
    const { simulator, send, jobsPath } = setUp()
    const jobId = simulator.addJob({ projectId: OTHER_PROJECT_ID })
    expect((await send('GET', `${jobsPath}/${jobId}`)).status).toBe(404)
    expect((await send('GET', `${jobsPath}/${UNKNOWN_ID}`)).status).toBe(404)
  })

  it('result in a 404 for an unknown project in every operation', async () => {
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
  ])('result in a 400 if %s is not a UUID', async (name, path) => {
    const { status, body } = await setUp().send('GET', path)
    expect([status, body.message]).toEqual([400, `${name} must be a UUID`])
  })

  it('are case-insensitive', async () => {
    const { simulator, get } = setUp()
    const jobId = simulator.addJob({ projectId: PROJECT_ID.toUpperCase() })
    expect((await get(jobId.toUpperCase())).job_id).toBe(jobId)
  })
})

describe('simulator routes', () => {
  it.each([
    ['PUT', '', 'GET, POST'],
    ['HEAD', '', 'GET, POST'],
    ['POST', `/${UNKNOWN_ID}`, 'GET'],
    ['DELETE', `/${UNKNOWN_ID}`, 'GET'],
    ['GET', `/${UNKNOWN_ID}/cancel`, 'POST'],
  ])('respond to %s on jobs%s with 405 and the Allow header', async (method, path, allowed) => {
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
  ])('respond to %s with 404', async (path) => {
    expect((await setUp().send('GET', path)).status).toBe(404)
  })

  it.each([
    ['/other/', '/other'],
    ['/', ''],
    ['', ''],
  ])('can be mounted at basePath %o', async (basePath, prefix) => {
    const { send } = setUp({ basePath })
    expect((await send('GET', `${prefix}/projects/${PROJECT_ID}/prompt-optimization-jobs`)).status).toBe(200)
  })
})

describe('every simulator response', () => {
  it('is JSON with cache-control: no-store', async () => {
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

  it('has an error status if the request is invalid or a scenario throws', async () => {
    const { simulator } = setUp()
    expect((await simulator({ url: 'nowhere' } as Request)).status).toBe(400)
    expect((await simulator({} as Request)).status).toBe(400)
    const { start } = setUp({
      scenario: () => {
        throw new Error('no such scenario')
      },
    })
    expect(await start()).toMatchObject({
      status: 500,
      body: { message: expect.stringContaining('no such scenario') },
    })
  })
})

it('createJobSimulator instances do not share jobs', () => {
  const [one, other] = [createJobSimulator(), createJobSimulator()]
  one.addJob({ projectId: PROJECT_ID })
  expect(other.jobs(PROJECT_ID)).toEqual([])
})
