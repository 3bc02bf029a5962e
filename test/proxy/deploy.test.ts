import { describe, expect, it, vi } from 'vitest'
import { PROJECT_ID, request, setUp } from './setUp.js'

const TEMPLATE = '0b6e7c1e-6a39-4a1b-9d2c-333333333333'
const VERSION = '0b6e7c1e-6a39-4a1b-9d2c-444444444444'
const PATH = `/projects/${PROJECT_ID}/prompt-templates/id/${TEMPLATE}/versions/${VERSION}/environments`

const deploy = (body: unknown, headers: Record<string, string> = {}) =>
  request('POST', `/api/v2${PATH}`, {
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

describe('deployPromptVersion', () => {
  it('is disabled by default', async () => {
    const { send, fetch } = setUp({ allow: ['getPromptVersion'] })
    expect(await send(deploy({ environments: ['staging'] }))).toMatchObject({ status: 404 })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('passes the environments to `authorize`, and forwards these and nothing else', async () => {
    const authorize = vi.fn(() => true)
    const { send, fetch } = setUp({ allow: ['deployPromptVersion'], authorize })
    expect(await send(deploy({ environments: ['staging'], force: true }))).toMatchObject({ status: 200 })
    expect(authorize).toHaveBeenCalledExactlyOnceWith(
      expect.any(Request),
      expect.objectContaining({
        operation: 'deployPromptVersion',
        projectId: PROJECT_ID,
        promptTemplateId: TEMPLATE,
        versionId: VERSION,
        environments: ['staging'],
      }),
    )
    const sent = fetch.mock.calls[0]?.[0]
    expect(sent?.url).toBe(`https://service.test/api/v2${PATH}`)
    expect(await sent?.text()).toBe('{"environments":["staging"]}')
  })

  it('lets an app allow staging and deny production, also if it reads the body', async () => {
    const { send, fetch } = setUp({
      allow: ['deployPromptVersion'],
      authorize: async (incoming, { environments }) => {
        await incoming.clone().json()
        return environments?.every((name) => name === 'staging') ?? false
      },
    })
    expect(await send(deploy({ environments: ['staging', 'production'] }))).toMatchObject({ status: 403 })
    expect(fetch).not.toHaveBeenCalled()
    expect(await send(deploy({ environments: ['staging'] }))).toMatchObject({ status: 200 })
  })

  it('deploys what was authorized, whatever `authorize` does with it', async () => {
    const { send, fetch } = setUp({
      allow: ['deployPromptVersion'],
      authorize: (_, { environments }) => {
        expect(() => (environments as string[]).push('production')).toThrow(TypeError)
        return true
      },
    })
    await send(deploy({ environments: ['staging'] }))
    expect(await fetch.mock.calls[0]?.[0].text()).toBe('{"environments":["staging"]}')
  })

  it.each([
    ['no JSON', '{', {}, 400],
    ['no list', { environments: 'production' }, {}, 400],
    ['no names', { environments: [] }, {}, 400],
    ['another type in the list', { environments: ['staging', { name: 'production' }] }, {}, 400],
    ['a blank name', { environments: [''] }, {}, 400],
    ['another content type', { environments: ['staging'] }, { 'Content-Type': 'text/plain' }, 415],
    ['another origin', { environments: ['staging'] }, { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['too large a body', { environments: ['x'.repeat(70_000)] }, {}, 413],
  ])('is rejected with %s', async (_, body, headers, status) => {
    const { send, fetch } = setUp({ allow: ['deployPromptVersion'] })
    expect(await send(deploy(body, headers))).toMatchObject({ status })
    expect(fetch).not.toHaveBeenCalled()
  })
})
