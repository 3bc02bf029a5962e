import { describe, expect, it, vi } from 'vitest'
import { createOptimizationClient } from '../../src/api.js'
import { getPromptVersion, getTestRun, listTestRuns } from '../../src/core/outcomeReads.js'
import { getRejection, respond } from '../support/respond.js'

const PROJECT = { projectId: 'p1' }
const VERSION = { ...PROJECT, promptTemplateId: 't1', versionId: 'v1' }

/** Client whose requests get this response. */
function setUp(body: unknown, status = 200) {
  const fetch = vi.fn(async (_request: Request) => respond(body, { status }))
  const client = createOptimizationClient({ baseUrl: 'https://service.test/api/v2', fetch })
  const requested = () => fetch.mock.calls.map(([{ method, url }]) => `${method} ${url}`)
  return { client, fetch, requested }
}

describe('getPromptVersion', () => {
  const readVersion = (body: unknown) => getPromptVersion(setUp(body).client, VERSION)

  it('reads the version of the template', async () => {
    const { client, requested } = setUp({ content: [] })
    await getPromptVersion(client, VERSION)
    expect(requested()).toEqual([
      'GET https://service.test/api/v2/projects/p1/prompt-templates/id/t1/versions/v1',
    ])
  })

  it('maps every field, and ignores unknown ones', async () => {
    const version = await readVersion({
      prompt_template_id: 't1',
      prompt_template_version_id: 'v1',
      prompt_template_name: 'Support reply',
      version_name: 'v13',
      version_description: 'Shorter',
      metadata: { provider: 'openai', flavor: 'openai_chat', model: 'gpt-4o', params: { temperature: 0.4 } },
      content: [{ role: 'system', content: 'Be brief.' }],
      tool_schema: [{ name: 'lookup' }],
      output_schema: { type: 'object' },
      later: 'unknown',
    })
    expect(version).toEqual({
      versionId: 'v1',
      promptName: 'Support reply',
      versionName: 'v13',
      description: 'Shorter',
      provider: 'openai',
      model: 'gpt-4o',
      parameters: { temperature: 0.4 },
      messages: [{ kind: 'message', role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] }],
      toolSchema: [{ name: 'lookup' }],
      outputSchema: { type: 'object' },
    })
  })

  it('keeps the order and the role of messages, and loses no part', async () => {
    const { messages } = await readVersion({
      content: [
        { role: 'system', content: ['Hello ', { type: 'text', text: '{{name}}' }, { type: 'image' }, 7] },
        { kind: 'history' },
        { role: 'user', content: 'Hi', media_slots: [{ name: 'photo' }, 'voice'] },
        { role: 'assistant', content: null },
        { role: 'tool', content: { type: 'tool_result' } },
        { kind: 'include', id: 4 },
        'broken',
      ],
    })
    const text = (value: string) => ({ kind: 'text', text: value })
    const media = (name: string) => ({ kind: 'media', name })
    expect(messages).toEqual([
      {
        kind: 'message',
        role: 'system',
        parts: [text('Hello '), text('{{name}}'), media('image'), media('7')],
      },
      { kind: 'history' },
      { kind: 'message', role: 'user', parts: [text('Hi'), media('photo'), media('voice')] },
      { kind: 'message', role: 'assistant', parts: [] },
      { kind: 'message', role: 'tool', parts: [media('tool_result')] },
      { kind: 'other', name: 'include' },
      { kind: 'other', name: 'unknown' },
    ])
  })

  it.each([
    ['left out', {}],
    ['null', { metadata: null, version_name: null, tool_schema: null, output_schema: null }],
    [
      'of another shape',
      { metadata: 'gpt', version_name: [], prompt_template_name: {}, version_description: true },
    ],
  ])('reads a version whose other fields are %s', async (_, fields) => {
    const version = await readVersion({ content: [], ...fields })
    expect(version).toMatchObject({ versionName: null, promptName: null, model: null, parameters: {} })
  })

  it.each([
    ['no object', [], 'body: expected object'],
    ['no messages', { version_name: 'v1' }, 'content: expected array'],
  ])('rejects a response with %s', async (_, body, issue) => {
    const error = await getRejection(readVersion(body))
    expect(error).toMatchObject({ kind: 'invalid-response', message: expect.stringContaining(issue) })
  })

  it.each(['..', ''])('sends nothing for the ID %j', async (versionId) => {
    const { client, fetch } = setUp({ content: [] })
    const error = await getRejection(getPromptVersion(client, { ...VERSION, versionId }))
    expect(error).toMatchObject({ kind: 'invalid-request' })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('rejects with the service’s error', async () => {
    const { client } = setUp({ message: 'Version not found' }, 404)
    expect(await getRejection(getPromptVersion(client, VERSION))).toMatchObject({
      status: 404,
      serviceMessage: 'Version not found',
    })
  })
})

describe('getTestRun', () => {
  const readTestRun = (body: object) =>
    getTestRun(setUp({ id: 'r1', ...body }).client, { ...PROJECT, testRunId: 'r1' })

  it('reads the test run with the figures of each criterion', async () => {
    const { client, requested } = setUp({
      id: 'r1',
      name: 'Optimized',
      description: '',
      created_at: 1_768_469_400,
      prompt_name: 'Support reply',
      prompt_version: 'v13',
      model_name: 'gpt-4o',
      sessions_count: 24,
      summary_statistics: {
        human_evaluation: { Tone: { pass: 21, fail: 3 } },
        auto_evaluation: { Accuracy: { pass: 22, fail: 2, average_score: 0.92 } },
        client_evaluation: {},
      },
    })
    expect(await getTestRun(client, { ...PROJECT, testRunId: 'r1' })).toEqual({
      testRunId: 'r1',
      name: 'Optimized',
      description: null,
      createdAt: '2026-01-15T09:30:00.000Z',
      promptName: 'Support reply',
      promptVersion: 'v13',
      modelName: 'gpt-4o',
      sessionsCount: 24,
      criteria: [
        { name: 'Tone', evaluation: 'human', passed: 21, failed: 3, averageScore: null },
        { name: 'Accuracy', evaluation: 'auto', passed: 22, failed: 2, averageScore: 0.92 },
      ],
    })
    expect(requested()).toEqual(['GET https://service.test/api/v2/projects/p1/test-runs/id/r1'])
  })

  it.each([
    ['percentages', { score: '85 %' }],
    ['negative counts', { pass: -1, fail: 1.5 }],
    ['texts', { pass: '8', fail: '2', average_score: '0.8' }],
    ['infinite', JSON.parse('{ "pass": 1e999, "fail": 1e999, "average_score": 1e999 }')],
    ['no object', 8],
    ['null', null],
  ])('keeps the name of a criterion with other figures, and guesses none: %s', async (_, figures) => {
    const { criteria } = await readTestRun({ summary_statistics: { auto_evaluation: { Tone: figures } } })
    expect(criteria).toEqual([
      { name: 'Tone', evaluation: 'auto', passed: null, failed: null, averageScore: null },
    ])
  })

  it.each([[undefined], [null], ['none'], [[]], [{ human_evaluation: null, auto_evaluation: 'x' }]])(
    'has no criteria for the statistics %j',
    async (statistics) => {
      const { criteria } = await readTestRun({ summary_statistics: statistics })
      expect(criteria).toEqual([])
    },
  )

  it.each([
    [1e20, null],
    ['2026-01-15', null],
    [0, '1970-01-01T00:00:00.000Z'],
  ])('reads the time %j as %j', async (createdAt, expected) => {
    expect(await readTestRun({ created_at: createdAt })).toMatchObject({ createdAt: expected })
  })
})

describe('listTestRuns', () => {
  it('reads a page with the status of each test run', async () => {
    const { client, requested } = setUp({
      test_runs: [{ id: 'r1', prompt_version: 12, status: 'in-progress' }, { id: 'r2' }],
      pagination: { page: 2, page_size: 10, has_next: true },
    })
    const page = await listTestRuns(client, { ...PROJECT, page: 2, pageSize: 10 })
    expect(page.hasNext).toBe(true)
    expect(page.testRuns).toMatchObject([
      { testRunId: 'r1', promptVersion: '12', status: 'in-progress' },
      { testRunId: 'r2', promptVersion: null, status: null },
    ])
    expect(requested()).toEqual(['GET https://service.test/api/v2/projects/p1/test-runs?page=2&page_size=10'])
  })

  it('has no further page without pagination', async () => {
    const { client, requested } = setUp({ test_runs: [] })
    expect(await listTestRuns(client, PROJECT)).toEqual({ testRuns: [], hasNext: false })
    expect(requested()).toEqual(['GET https://service.test/api/v2/projects/p1/test-runs'])
  })
})
