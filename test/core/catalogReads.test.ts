import { describe, expect, it, vi } from 'vitest'
import { createOptimizationClient } from '../../src/api.js'
import {
  deployPromptVersion,
  getDataset,
  getPromptTemplate,
  listDatasets,
  listEnvironments,
  listPromptTemplates,
  listPromptVersions,
} from '../../src/prompts.js'
import { getRejection, respond } from '../support/respond.js'

const projectId = 'p'

function setUp(body: unknown, status = 200) {
  const fetch = vi.fn(async (_: Request) => respond(body, { status }))
  const client = createOptimizationClient({ baseUrl: 'https://service.test/api/v2', fetch })
  return {
    fetch,
    client,
    getUrl: () => fetch.mock.calls[0]?.[0].url.replace('https://service.test/api/v2', ''),
  }
}

describe('reads of the catalog', () => {
  it('send the paths and pages of the API', async () => {
    const { fetch, client } = setUp({ id: 'x', data: [] })
    const page = { page: 2, pageSize: 100 }
    await listPromptTemplates(client, { projectId, ...page })
    await getPromptTemplate(client, { projectId, promptTemplateId: 't' })
    await listPromptVersions(client, { projectId, promptTemplateId: 't' })
    await listDatasets(client, { projectId, ...page })
    await getDataset(client, { projectId, datasetId: 'd' })
    await listEnvironments(client, page)
    expect(
      fetch.mock.calls.map(
        ([{ method, url }]) => `${method} ${url.slice('https://service.test/api/v2'.length)}`,
      ),
    ).toEqual([
      'GET /projects/p/prompt-templates?page=2&page_size=100',
      'GET /projects/p/prompt-templates/id/t',
      'GET /projects/p/prompt-templates/id/t/versions',
      'GET /projects/p/prompt-datasets?page=2&page_size=100',
      'GET /projects/p/prompt-datasets/d',
      'GET /environments?page=2&page_size=100',
    ])
  })

  it('leave out what is missing or has another shape', async () => {
    expect(
      await listPromptTemplates(setUp({ data: [{ id: 't' }, { name: 'no ID' }, 7] }).client, { projectId }),
    ).toEqual({
      items: [{ promptTemplateId: 't', name: null, latestVersionId: null }],
      hasNext: false,
    })
    const dataset = { id: 'd', name: 7, description: '', input_names: ['a', null, 1], support_history: 'yes' }
    expect(await getDataset(setUp(dataset).client, { projectId, datasetId: 'd' })).toEqual({
      datasetId: 'd',
      name: '7',
      description: null,
      inputNames: ['a', '1'],
      mediaInputNames: [],
      supportsHistory: null,
    })
    expect(
      await listEnvironments(setUp({ data: [{ id: 'e' }], pagination: { has_next: true } }).client),
    ).toEqual({
      items: [{ environmentId: 'e', name: 'e' }],
      hasNext: true,
    })
  })

  it('reject what is no page', async () => {
    const error = await getRejection(listDatasets(setUp({ data: null }).client, { projectId }))
    expect(error).toMatchObject({ kind: 'invalid-response' })
  })

  it('reject a missing project, instead of reading the account', async () => {
    const { fetch, client } = setUp({ data: [] })
    const input = { projectId: undefined as unknown as string }
    expect(await getRejection(listDatasets(client, input))).toMatchObject({ kind: 'invalid-request' })
    expect(fetch).not.toHaveBeenCalled()
  })
})

describe('deployPromptVersion', () => {
  const input = { projectId, promptTemplateId: 't', versionId: 'v', environments: ['staging'] }

  it('sends the environments, and ignores the response', async () => {
    const { fetch, client } = setUp('done')
    expect(await deployPromptVersion(client, input)).toBeUndefined()
    const sent = fetch.mock.calls[0]?.[0]
    expect(sent).toMatchObject({
      method: 'POST',
      url: 'https://service.test/api/v2/projects/p/prompt-templates/id/t/versions/v/environments',
    })
    expect(await sent?.json()).toEqual({ environments: ['staging'] })
  })

  it.each([401, 503])('is never sent again after %s', async (status) => {
    const fetch = vi.fn(async () => respond({ message: 'no' }, { status }))
    const getToken = vi.fn(() => 'secret-token')
    const client = createOptimizationClient({ baseUrl: 'https://service.test/api/v2', fetch, getToken })
    expect(await getRejection(deployPromptVersion(client, input))).toMatchObject({ status })
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})
