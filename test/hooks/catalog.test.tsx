import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  useDatasets,
  useDeployPromptVersion,
  useEnvironments,
  usePromptNames,
  usePromptTemplates,
  usePromptVersions,
} from '../../src/prompts.js'
import { catalog, createJobSimulator } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, PROJECT_ID } from '../support/renderJobHook.js'

const projectId = PROJECT_ID
const [template] = catalog.promptTemplates

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp() {
  const simulator = createJobSimulator()
  const { wrapper } = createTestApp({ fetch: simulator })
  const render = <Result, Props>(hook: (props: Props) => Result, initialProps?: Props) =>
    renderHook(hook, { wrapper, ...(initialProps && { initialProps }) })
  return { simulator, render }
}

describe('usePromptTemplates', () => {
  it('lists the prompts, and fetches them once in five minutes', async () => {
    const { simulator, render } = setUp()
    const { result, unmount } = render(() => usePromptTemplates({ projectId }))
    expect(result.current).toMatchObject({ kind: 'loading', items: [], error: null })
    await advance()
    expect(result.current).toMatchObject({
      kind: 'ready',
      items: [{ name: 'Support reply' }, { name: 'Order classifier' }, { name: 'Call summary' }],
      hasMore: false,
      error: null,
    })
    const before = result.current
    unmount()
    await advance(60_000)
    expect(render(() => usePromptTemplates({ projectId })).result.current.items).toEqual(before.items)
    await advance(60_000)
    expect(simulator.requests).toHaveLength(1)
  })

  it('fetches nothing while it is disabled', async () => {
    const { simulator, render } = setUp()
    const { result } = render(() => usePromptTemplates({ projectId, enabled: false }))
    await advance(60_000)
    expect(result.current).toMatchObject({ kind: 'idle', items: [] })
    expect(simulator.requests).toHaveLength(0)
  })

  it('is an error when the first page can’t be fetched, until it is fetched again', async () => {
    const { simulator, render } = setUp()
    simulator.injectFault({ status: 403 })
    const { result } = render(() => usePromptTemplates({ projectId }))
    await advance(60_000)
    expect(result.current).toMatchObject({ kind: 'error', error: { status: 403 }, items: [] })
    await act(() => result.current.refetch())
    await advance()
    expect(result.current.kind).toBe('ready')
  })

  it('keeps what is loaded while more can’t be loaded', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, id) => ({ id: `${id}`, name: `Prompt ${id}` }))
    const fetch = vi
      .fn(async (_: Request) => Response.json({ data: rows(100), pagination: { has_next: true } }))
      .mockImplementationOnce(async () => Response.json({ data: rows(100), pagination: { has_next: true } }))
      .mockImplementationOnce(async () => Response.json({ message: 'no' }, { status: 403 }))
      .mockImplementationOnce(async () => Response.json({ data: rows(3), pagination: { has_next: false } }))
    const { wrapper } = createTestApp({ fetch })
    const { result } = renderHook(() => usePromptTemplates({ projectId }), { wrapper })
    await advance()
    expect(result.current).toMatchObject({ hasMore: true, isLoadingMore: false })
    act(() => result.current.loadMore())
    act(() => result.current.loadMore())
    await advance(60_000)
    expect(result.current).toMatchObject({ kind: 'ready', error: { status: 403 }, hasMore: true })
    expect(result.current.items).toHaveLength(100)
    act(() => result.current.loadMore())
    await advance()
    expect(result.current).toMatchObject({ kind: 'ready', error: null, hasMore: false })
    expect(result.current.items).toHaveLength(103)
    expect(fetch.mock.calls.map(([{ url }]) => new URL(url).search)).toEqual([
      '?page=1&page_size=100',
      '?page=2&page_size=100',
      '?page=2&page_size=100',
    ])
  })
})

describe('the other lists', () => {
  it('wait for the prompt', async () => {
    const { simulator, render } = setUp()
    const { result, rerender } = render(
      (props: { promptTemplateId: string | null }) => usePromptVersions({ projectId, ...props }),
      { promptTemplateId: null as string | null },
    )
    await advance(60_000)
    expect(result.current.kind).toBe('idle')
    expect(simulator.requests).toHaveLength(0)
    rerender({ promptTemplateId: template.id })
    await advance()
    expect(result.current.items.map(({ versionName }) => versionName)).toEqual(['v12', 'v11'])
  })

  it('have datasets and environments', async () => {
    const { render } = setUp()
    const datasets = render(() => useDatasets({ projectId })).result
    const environments = render(() => useEnvironments()).result
    await advance()
    expect(datasets.current.items.map(({ name }) => name)).toEqual([
      'Refund conversations',
      'Short messages',
      'Receipts',
    ])
    expect(environments.current.items.map(({ name }) => name)).toEqual([
      'development',
      'staging',
      'production',
    ])
  })
})

describe('usePromptNames', () => {
  it('names the prompts of jobs from one request, and nothing else', async () => {
    const { simulator, render } = setUp()
    const { result } = render(() => usePromptNames({ projectId }))
    expect(result.current({ promptTemplateId: template.id })).toBeUndefined()
    await advance()
    expect(result.current({ promptTemplateId: template.id })).toBe('Support reply')
    expect(result.current({ promptTemplateId: 'another' })).toBeUndefined()
    expect(result.current(null)).toBeUndefined()
    expect(simulator.requests.map(({ operation }) => operation)).toEqual(['listPromptTemplates'])
  })
})

describe('useDeployPromptVersion', () => {
  const version = { promptTemplateId: template.id, versionId: template.versions[0].id }

  it('deploys a version once', async () => {
    const { simulator, render } = setUp()
    const { result } = render(() => useDeployPromptVersion({ projectId }))
    await act(() => result.current.mutateAsync({ ...version, environments: ['staging'] }))
    expect(simulator.deployments).toEqual([{ projectId, ...version, environments: ['staging'] }])
  })

  it('is never sent again', async () => {
    const { simulator, render } = setUp()
    simulator.injectFault({ status: 503 }, { times: 9 })
    const { result } = render(() => useDeployPromptVersion({ projectId }))
    act(() => result.current.mutate({ ...version, environments: ['staging'] }))
    await advance(60_000)
    expect(result.current.error).toMatchObject({ status: 503 })
    expect(simulator.requests).toHaveLength(1)
  })
})
