import { describe, expect, it } from 'vitest'
import { JOB_ID, JOBS, ORIGIN, PROJECT_ID, request, setUp } from './setUp.js'

const ID = JOB_ID
/** Request whose `url` is not normalized, as some servers pass it on. */
const rawRequest = (method: string, path: string) =>
  new Proxy(request(method, '/'), {
    get: (target, name) => (name === 'url' ? `${ORIGIN}${path}` : Reflect.get(target, name, target)),
  })

const hostileSegments = [
  '..',
  '.',
  '%2e%2e',
  '%2E.',
  '%252e%252e',
  '..%2f..%2fadmin',
  '%2f',
  '%2F..',
  'a%2fb',
  'a%252fb',
  '..\\..',
  '%5c..',
  '%5C',
  '%00',
  `${ID}%00`,
  '%0d%0aX-Evil:1',
  '%0a',
  ' ',
  '%20',
  '',
  '%',
  '%zz',
  '%c0%ae%c0%ae',
  '%ff',
  '．．',
  'ü',
  '%C3%BC',
  ';a=b',
  `${ID};x`,
  `${ID}.json`,
  '@evil.test',
  'a:b',
  '*',
  '{}',
  "'",
  '"',
  '<script>',
  'a'.repeat(129),
]

/** Whether the path is a valid route after URL normalization, which removes dot segments. */
const isRoute = (path: string) =>
  [JOBS, `${JOBS}/${ID}`, `${JOBS}/cancel`].includes(new URL(ORIGIN + path).pathname)

async function expectNotForwarded(path: string) {
  for (const method of ['GET', 'POST']) {
    for (const build of [request, rawRequest]) {
      const { fetch, handler } = setUp()
      const { status } = await handler(build(method, path))
      const sent = fetch.mock.calls.map(([{ url }]) => url)
      if (isRoute(path)) expect(sent.every((url) => url.startsWith(`https://service.test${JOBS}`))).toBe(true)
      else expect([path, method, status, sent]).toEqual([path, method, 404, []])
    }
  }
}

describe('path validation', () => {
  it.each(hostileSegments)('rejects the ID %j', async (segment) => {
    await expectNotForwarded(`/api/v2/projects/${segment}/prompt-optimization-jobs`)
    await expectNotForwarded(`/api/v2/projects/${segment}/prompt-optimization-jobs/${ID}`)
    await expectNotForwarded(`${JOBS}/${segment}`)
    await expectNotForwarded(`${JOBS}/${segment}/cancel`)
  })

  it.each([
    '/',
    '//',
    '/api/v2',
    '/api/v2/',
    '/api/v2/projects',
    `/api/v2/projects/${PROJECT_ID}`,
    `/api/v2/projects/${PROJECT_ID}/prompt-templates`,
    `/api/v2/projects//${PROJECT_ID}/prompt-optimization-jobs`,
    `/api/v2//projects/${PROJECT_ID}/prompt-optimization-jobs`,
    `/API/V2/projects/${PROJECT_ID}/prompt-optimization-jobs`,
    `/evil${JOBS}`,
    `/api/v2x/projects/${PROJECT_ID}/prompt-optimization-jobs`,
    `${JOBS}/`,
    `${JOBS}x`,
    `${JOBS}/${ID}/`,
    `${JOBS}/${ID}/cancel/`,
    `${JOBS}/${ID}/restart`,
    `${JOBS}/${ID}/cancel/cancel`,
    `${JOBS}/${ID}%2fcancel`,
    `${JOBS}%2f${ID}`,
    `${JOBS}/${ID}/cancel/../../../../admin`,
    `/api/v2/projects/${PROJECT_ID}%2fprompt-optimization-jobs`,
    `//evil.test${JOBS}`,
    `${JOBS}/${ID}%3f`,
    `${JOBS}/${ID}%23`,
  ])('rejects the path %j', expectNotForwarded)
})

describe('a valid ID', () => {
  it.each([ID, ID.toUpperCase(), 'p', 'job_1-A', 'a'.repeat(128)])(
    '%j is forwarded unchanged',
    async (id) => {
      const { fetch, get } = setUp()
      expect((await get(`${JOBS}/${id}`)).status).toBe(200)
      expect(fetch.mock.calls[0]?.[0].url).toBe(`https://service.test${JOBS}/${id}`)
    },
  )
})

describe('an unsupported method', () => {
  it.each([
    ['HEAD', JOBS, 'GET, POST'],
    ['OPTIONS', JOBS, 'GET, POST'],
    ['PUT', JOBS, 'GET, POST'],
    ['DELETE', `${JOBS}/${ID}`, 'GET'],
    ['HEAD', `${JOBS}/${ID}`, 'GET'],
    ['OPTIONS', `${JOBS}/${ID}`, 'GET'],
    ['POST', `${JOBS}/${ID}`, 'GET'],
    ['PATCH', `${JOBS}/${ID}`, 'GET'],
    ['GET', `${JOBS}/${ID}/cancel`, 'POST'],
    ['HEAD', `${JOBS}/${ID}/cancel`, 'POST'],
    ['constructor', JOBS, 'GET, POST'],
  ])('%s %s results in a 405 with the Allow header', async (method, path, allow) => {
    const { fetch, handler } = setUp()
    const response = await handler(request(method, path))
    expect([response.status, response.headers.get('Allow')]).toEqual([405, allow])
    expect(fetch).not.toHaveBeenCalled()
  })

  it.each(['HEAD', 'OPTIONS'])('%s results in a 404 for an unknown path', async (method) => {
    expect((await setUp().handler(request(method, '/api/v2/other'))).status).toBe(404)
  })
})

it('an unknown path results in a 404 with a JSON body', async () => {
  const { response, body } = await setUp().send(request('GET', '/api/v2/other'))
  expect(body).toEqual({ message: 'Not found' })
  expect(response.headers.get('Content-Type')).toBe('application/json')
})

it('a request with an invalid URL results in a 404', async () => {
  const broken = new Proxy(request('GET', '/'), {
    get: (target, name) => (name === 'url' ? '/api/v2' : Reflect.get(target, name, target)),
  })
  expect((await setUp().handler(broken)).status).toBe(404)
})
