import { describe, expect, it, vi } from 'vitest'
import type { ProxyHandlerOptions } from '../../src/server.js'
import { PROJECT_ID, request, setUp } from './setUp.js'

const TEMPLATE = '0b6e7c1e-6a39-4a1b-9d2c-333333333333'
const VERSION = '0b6e7c1e-6a39-4a1b-9d2c-444444444444'
const DATASET = '0b6e7c1e-6a39-4a1b-9d2c-666666666666'
const TEST_RUN = '0b6e7c1e-6a39-4a1b-9d2c-555555555555'
const PROJECT = `/projects/${PROJECT_ID}`

const READS = [
  [
    'getPromptVersion',
    `${PROJECT}/prompt-templates/id/${TEMPLATE}/versions/${VERSION}`,
    { promptTemplateId: TEMPLATE, versionId: VERSION },
  ],
  ['listPromptTemplates', `${PROJECT}/prompt-templates`, {}],
  ['getPromptTemplate', `${PROJECT}/prompt-templates/id/${TEMPLATE}`, { promptTemplateId: TEMPLATE }],
  [
    'listPromptVersions',
    `${PROJECT}/prompt-templates/id/${TEMPLATE}/versions`,
    { promptTemplateId: TEMPLATE },
  ],
  ['listDatasets', `${PROJECT}/prompt-datasets`, {}],
  ['getDataset', `${PROJECT}/prompt-datasets/${DATASET}`, { datasetId: DATASET }],
  ['listEnvironments', '/environments', { projectId: '' }],
  ['getTestRun', `${PROJECT}/test-runs/id/${TEST_RUN}`, { testRunId: TEST_RUN }],
  ['listTestRuns', `${PROJECT}/test-runs`, {}],
] as const satisfies [NonNullable<ProxyHandlerOptions['allow']>[number], string, object][]

describe.each(READS)('%s', (operation, path, ids) => {
  it('is disabled by default, and while only others are allowed', async () => {
    const others = READS.map(([name]) => name).filter((name) => name !== operation)
    for (const allow of [[], [...others, 'startJob', 'cancelJob'] as const]) {
      const { send, fetch } = setUp({ allow })
      expect(await send(request('GET', `/api/v2${path}`))).toMatchObject({ status: 404 })
      expect(fetch).not.toHaveBeenCalled()
    }
  })

  it('is forwarded once allowed, after `authorize` got its IDs', async () => {
    const authorize = vi.fn(() => true)
    const { send, fetch } = setUp({ allow: [operation], authorize })
    expect(await send(request('GET', `/api/v2${path}?evil=1`))).toMatchObject({ status: 200 })
    expect(authorize).toHaveBeenCalledExactlyOnceWith(
      expect.any(Request),
      expect.objectContaining({ operation, projectId: PROJECT_ID, jobId: undefined, ...ids }),
    )
    expect(fetch.mock.calls[0]?.[0]).toMatchObject({
      method: 'GET',
      url: `https://service.test/api/v2${path}`,
    })
  })

  it('is not forwarded if `authorize` denies it', async () => {
    const { send, fetch } = setUp({ allow: [operation], authorize: () => false })
    expect(await send(request('GET', `/api/v2${path}`))).toMatchObject({ status: 403 })
    expect(fetch).not.toHaveBeenCalled()
  })

  it.each(['POST', 'DELETE', 'PUT'])('does not support %s', async (method) => {
    const { send } = setUp({ allow: [operation] })
    const { response } = await send(request(method, `/api/v2${path}`))
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe('GET')
  })
})

it.each(READS.filter(([operation]) => operation.startsWith('list')).map(([name, path]) => ({ name, path })))(
  '$name forwards the page only',
  async ({ name, path }) => {
    const { send, fetch } = setUp({ allow: [name] })
    await send(request('GET', `/api/v2${path}?page=2&page_size=10&status=failed`))
    expect(fetch.mock.calls[0]?.[0].url).toBe(`https://service.test/api/v2${path}?page=2&page_size=10`)
  },
)

it.each([
  `/prompt-templates/id/${TEMPLATE}/versions/..%2f${VERSION}`,
  `/prompt-templates/id/${TEMPLATE}/versions/${VERSION}/environments`,
  `/prompt-templates/id/%2e%2e/versions/${VERSION}`,
  `/prompt-templates/${TEMPLATE}`,
  '/test-runs/id/',
  `/test-runs/id/${TEST_RUN}/extra`,
  `/test-runs/${TEST_RUN}`,
  '/environments',
])('an unknown path is not forwarded: %s', async (path) => {
  const { send, fetch } = setUp({ allow: ['getPromptVersion', 'getTestRun', 'listTestRuns'] })
  expect(await send(request('GET', `/api/v2${PROJECT}${path}`))).toMatchObject({ status: 404 })
  expect(fetch).not.toHaveBeenCalled()
})
