import { render, screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createOptimizationClient } from '../../src/api.js'
import { JobStatusCard, useOptimizationJob } from '../../src/index.js'
import { de } from '../../src/locales/de.js'
import { createJobSimulator } from '../../src/testing.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance } from '../support/renderJobHook.js'

const projectId = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'
const MINUTE = 60_000

function JobPage({ jobId }: { jobId: string }) {
  return <JobStatusCard state={useOptimizationJob({ projectId, jobId })} />
}

describe('createTestApp', () => {
  it('renders a finished job without waiting', async () => {
    const simulator = createJobSimulator()
    const jobId = simulator.addJob({ projectId, scenario: 'failed', ageMs: 60 * MINUTE })
    render(<JobPage jobId={jobId} />, createTestApp({ fetch: simulator }))
    expect(await screen.findByText(/has no example with a label/)).toBeVisible()
  })

  it('starts each test with an empty cache', async () => {
    const simulator = createJobSimulator()
    const jobId = simulator.addJob({ projectId, ageMs: 60 * MINUTE })
    for (const requestCount of [1, 2]) {
      const { unmount } = render(<JobPage jobId={jobId} />, createTestApp({ fetch: simulator }))
      expect(await screen.findByText('Completed')).toBeVisible()
      expect(simulator.requests).toHaveLength(requestCount)
      unmount()
    }
  })

  it('accepts labels, a token and a base URL', async () => {
    const simulator = createJobSimulator({ token: 'a token', basePath: '/optimizer' })
    const jobId = simulator.addJob({ projectId, ageMs: 60 * MINUTE })
    const app = createTestApp({
      fetch: simulator,
      baseUrl: 'https://app.test/optimizer',
      getToken: () => 'a token',
      labels: de,
      locale: 'de',
    })
    render(<JobPage jobId={jobId} />, app)
    expect(await screen.findByText('Abgeschlossen')).toBeVisible()
  })

  it('throws a helpful error without fetch', () => {
    // @ts-expect-error -- fetch is required
    expect(() => createTestApp({})).toThrow(/createTestApp.*fetch.*createJobSimulator/)
  })
})

describe('createTestApp with fake timers', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('advances the job and the polling together until completion', async () => {
    const simulator = createJobSimulator()
    const jobId = simulator.addJob({ projectId })
    render(<JobPage jobId={jobId} />, createTestApp({ fetch: simulator }))
    await advance()
    expect(screen.getByRole('progressbar')).toBeVisible()
    await advance(30 * MINUTE)
    expect(screen.getByText('Completed')).toBeVisible()
    const { length } = simulator.requests
    await advance(60 * MINUTE)
    expect(simulator.requests).toHaveLength(length)
  })

  it('recovers from an injected fault', async () => {
    const simulator = createJobSimulator()
    const jobId = simulator.addJob({ projectId, ageMs: 60 * MINUTE })
    simulator.injectFault({ status: 503 }, { operation: 'getJob' })
    render(<JobPage jobId={jobId} />, createTestApp({ fetch: simulator }))
    await advance()
    expect(screen.getByText(/Something went wrong on the service’s side/)).toBeVisible()
    await advance(6_000)
    expect(screen.getByText('Completed')).toBeVisible()
  })
})

describe('createJobSimulator with MSW', () => {
  it('serves responses, HTTP errors and network errors through one handler', async () => {
    const simulator = createJobSimulator()
    const jobId = simulator.addJob({ projectId, ageMs: 60 * MINUTE })
    const server = setupServer(
      http.all('*/api/v2/*', ({ request }) => simulator(request).catch(() => HttpResponse.error())),
    )
    server.listen({ onUnhandledRequest: 'error' })
    onTestFinished(() => server.close())
    const client = createOptimizationClient({ baseUrl: 'https://service.test/api/v2' })

    expect(await client.getJob({ projectId, jobId })).toMatchObject({ jobId, phase: 'completed' })
    simulator.injectFault({ status: 429, retryAfter: 30 })
    await expect(client.getJob({ projectId, jobId })).rejects.toMatchObject({
      status: 429,
      retryAfterMs: 30_000,
    })
    simulator.injectFault('reset')
    await expect(client.getJob({ projectId, jobId })).rejects.toMatchObject({ kind: 'network' })
    expect(simulator.requests).toHaveLength(3)
  })
})
