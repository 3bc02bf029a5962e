import { describe, expect, it } from 'vitest'
import { createOptimizationClient } from '../../src/api.js'
import { getPromptVersion } from '../../src/outcome.js'
import {
  deployPromptVersion,
  getDataset,
  getPromptTemplate,
  listDatasets,
  listEnvironments,
  listPromptTemplates,
  listPromptVersions,
} from '../../src/prompts.js'
import { catalog, createJobSimulator } from '../../src/testing.js'
import { getRejection } from '../support/respond.js'

const PROJECT = { projectId: '0b6e7c1e-6a39-4a1b-9d2c-111111111111' }
const UNKNOWN = '0b6e7c1e-6a39-4a1b-9d2c-999999999999'
const [template] = catalog.promptTemplates
const [version] = template.versions
const [dataset] = catalog.datasets

function setUp() {
  const simulator = createJobSimulator({ pageSize: 2 })
  return {
    simulator,
    client: createOptimizationClient({ baseUrl: 'https://service.test/api/v2', fetch: simulator }),
  }
}

describe('the simulated catalog', () => {
  it('has prompts, in pages', async () => {
    const { client } = setUp()
    const first = await listPromptTemplates(client, PROJECT)
    expect(first).toMatchObject({
      items: [{ promptTemplateId: template.id, name: 'Support reply', latestVersionId: version.id }, {}],
      hasNext: true,
    })
    expect(await listPromptTemplates(client, { ...PROJECT, page: 2 })).toMatchObject({
      items: [{ name: 'Call summary' }],
      hasNext: false,
    })
    expect(await getPromptTemplate(client, { ...PROJECT, promptTemplateId: template.id })).toEqual(
      first.items[0],
    )
  })

  it('has the versions of a prompt, newest first, each also alone', async () => {
    const { client } = setUp()
    const promptTemplateId = template.id
    const { items } = await listPromptVersions(client, { ...PROJECT, promptTemplateId })
    expect(items.map(({ versionName }) => versionName)).toEqual(['v12', 'v11'])
    expect(await getPromptVersion(client, { ...PROJECT, promptTemplateId, versionId: version.id })).toEqual(
      items[0],
    )
  })

  it('keeps the prompt of jobs that improve each other’s versions, and the name of each version', async () => {
    const { simulator, client } = setUp()
    const [, classifier] = catalog.promptTemplates
    const promptTemplateId = classifier?.id ?? ''
    let versionId = classifier?.versions[0].id ?? ''
    const versionIds = [versionId]
    for (const ageMs of [3_600_000, 1_800_000]) {
      const startBody = { prompt_template_version_id: versionId }
      const job = await client.getJob({
        ...PROJECT,
        jobId: simulator.addJob({ ...PROJECT, startBody, ageMs, scenario: 'happy' }),
      })
      expect(job.promptTemplateId).toBe(promptTemplateId)
      versionId = job.optimizedVersionId ?? ''
      versionIds.push(versionId)
    }
    const versions = await Promise.all(
      versionIds.map((id) => getPromptVersion(client, { ...PROJECT, promptTemplateId, versionId: id })),
    )
    expect(versions.map(({ versionName }) => versionName)).toEqual(['v3', 'v4', 'v5'])
    const { items } = await listPromptVersions(client, { ...PROJECT, promptTemplateId, pageSize: 5 })
    expect(items).toEqual(versions.toReversed())
    expect(new Set(versions.map(({ promptName }) => promptName))).toEqual(new Set(['Order classifier']))
    expect(new Set(versions.map(({ messages }) => JSON.stringify(messages))).size).toBe(3)
  })

  it('adds the version that a job has created', async () => {
    const { simulator, client } = setUp()
    const startBody = { prompt_template_version_id: version.id }
    const jobId = simulator.addJob({ ...PROJECT, startBody, ageMs: 600_000 })
    const job = await client.getJob({ ...PROJECT, jobId })
    expect(job).toMatchObject({ promptTemplateId: template.id, originalVersionId: version.id })
    const { promptTemplateId } = job
    const { items } = await listPromptVersions(client, { ...PROJECT, promptTemplateId, pageSize: 10 })
    expect(items.map(({ versionName }) => versionName)).toEqual(['v13', 'v12', 'v11'])
    expect(await getPromptTemplate(client, { ...PROJECT, promptTemplateId })).toMatchObject({
      latestVersionId: job.optimizedVersionId,
    })
  })

  it('has datasets, of which one fills the variables of the prompt', async () => {
    const { client } = setUp()
    const { items } = await listDatasets(client, PROJECT)
    expect(items[0]).toMatchObject({
      datasetId: dataset.id,
      name: 'Refund conversations',
      supportsHistory: true,
    })
    expect(items[0]?.inputNames).toContain('question')
    expect(await getDataset(client, { ...PROJECT, datasetId: dataset.id })).toEqual(items[0])
  })

  it('has environments of the account, to which versions are deployed', async () => {
    const { simulator, client } = setUp()
    expect((await listEnvironments(client, { pageSize: 10 })).items.map(({ name }) => name)).toEqual([
      'development',
      'staging',
      'production',
    ])
    const input = { ...PROJECT, promptTemplateId: template.id, versionId: version.id }
    expect(await deployPromptVersion(client, { ...input, environments: ['staging'] })).toBeUndefined()
    expect(simulator.deployments).toEqual([{ ...input, environments: ['staging'] }])
    for (const environments of [[], ['moon']]) {
      const error = await getRejection(deployPromptVersion(client, { ...input, environments }))
      expect(error).toMatchObject({ status: 400 })
    }
  })

  it('has nothing else', async () => {
    const { client } = setUp()
    for (const read of [
      getPromptTemplate(client, { ...PROJECT, promptTemplateId: UNKNOWN }),
      listPromptVersions(client, { ...PROJECT, promptTemplateId: UNKNOWN }),
      getPromptVersion(client, { ...PROJECT, promptTemplateId: template.id, versionId: UNKNOWN }),
      getDataset(client, { ...PROJECT, datasetId: UNKNOWN }),
    ])
      expect(await getRejection(read)).toMatchObject({ status: 404 })
  })
})
