import { describe, expect, test } from 'vitest'
import { createOptimizationClient, OptimizationError } from '../../src/api.js'
import { buildJob } from '../../src/testing.js'
import { listen } from '../support/listen.js'
import { getRejection } from '../support/respond.js'
import { FAULTS, JOB_TEXT, respondWithJob, serveFaults, TIMEOUT_MS } from './faultServer.js'

const JOB = { projectId: 'p', jobId: 'j' }

describe('getJob when the server', () => {
  test.each(FAULTS.map((fault) => [fault.name, fault] as const))(
    '%s rejects with a matching error and closes the connection',
    async (_, fault) => {
      const server = await serveFaults(fault.handler)
      const client = createOptimizationClient({
        baseUrl: server.baseUrl,
        getToken: () => 'canary',
        timeoutMs: fault.error.kind === 'timeout' ? TIMEOUT_MS : 20_000,
      })
      const error = (await getRejection(client.getJob(JOB))) as OptimizationError
      expect(error).toBeInstanceOf(OptimizationError)
      expect(error).toMatchObject({ isRetryable: true, method: 'GET', ...fault.error })
      expect(error.message).toContain(`/projects/p/prompt-optimization-jobs/j: ${fault.message}`)
      expect(error.message.length).toBeLessThan(400)
      if (error.kind === 'network') expect(error.cause).toMatchObject({ name: 'TypeError' })
      await expect.poll(server.open, { interval: 5 }).toBe(0)
    },
  )
})

test.each(
  FAULTS.filter(({ error }) => error.kind !== 'timeout').map((fault) => [fault.name, fault] as const),
)('startJob when the server %s sends one request and rejects with a matching error', async (_, fault) => {
  const server = await serveFaults(fault.handler)
  const client = createOptimizationClient({ baseUrl: server.baseUrl })
  const ids = { promptTemplateVersionId: crypto.randomUUID(), datasetId: crypto.randomUUID() }
  const { kind, status } = (await getRejection(
    client.startJob({ projectId: 'p', ...ids }),
  )) as OptimizationError
  expect({ kind, status }).toEqual({ kind: fault.error.kind, status: fault.error.status })
  expect(server.paths).toHaveLength(1)
})

describe('the client accepts', () => {
  const getJob = (baseUrl: string) =>
    createOptimizationClient({ baseUrl, getToken: () => 'canary' }).getJob(JOB)

  test('a job with any content type', async () => {
    const server = await serveFaults((_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end(JOB_TEXT),
    )
    await expect(getJob(server.baseUrl)).resolves.toMatchObject({ phase: 'running' })
  })

  test('a response split inside a multi-byte character', async () => {
    const summary = '👩‍👩‍👧‍👦 מחקר é'
    const bytes = Buffer.from(JSON.stringify(buildJob({ changes_summary: summary })))
    // Not over a socket, which would merge the chunks.
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    const client = createOptimizationClient({
      baseUrl: 'https://service.test/api/v2',
      fetch: async () => new Response(body),
    })
    await expect(client.getJob(JOB)).resolves.toMatchObject({ changesSummary: summary })
  })

  test('a response with a byte order mark', async () => {
    const server = await serveFaults((_, response) => response.end(`\uFEFF${JOB_TEXT}`))
    await expect(getJob(server.baseUrl)).resolves.toMatchObject({ phase: 'running' })
  })

  test('a response of up to 10 MB', async () => {
    const padded = (length: number) => JOB_TEXT + ' '.repeat(length - JOB_TEXT.length)
    const lengths = [10_000_000, 10_000_001]
    const server = await serveFaults(
      ...lengths.map(
        (length) => (_: unknown, response: { end(text: string): void }) => response.end(padded(length)),
      ),
    )
    await expect(getJob(server.baseUrl)).resolves.toMatchObject({ phase: 'running' })
    expect(await getRejection(getJob(server.baseUrl))).toMatchObject({ kind: 'invalid-response' })
  })

  test('a redirect to another path', async () => {
    const server = await serveFaults((request, response) => {
      if (request.url === '/moved') respondWithJob()(request, response)
      else response.writeHead(308, { Location: '/moved' }).end()
    })
    await expect(getJob(server.baseUrl)).resolves.toMatchObject({ phase: 'running' })
  })

  test('a redirect to another origin, without sending the token there', async () => {
    let token: string | undefined
    const other = await listen((request, response) => {
      token = request.headers.authorization
      respondWithJob()(request, response)
    })
    const server = await serveFaults((_, response) =>
      response.writeHead(307, { Location: `${other}/` }).end(),
    )
    await expect(getJob(server.baseUrl)).resolves.toMatchObject({ phase: 'running' })
    expect(token).toBeUndefined()
  })

  test.each([
    [204, undefined],
    [200, '<html>'],
  ])('any 2xx response to cancelJob, because its body is not documented: %i %s', async (status, body) => {
    const server = await serveFaults((_, response) => response.writeHead(status).end(body))
    const client = createOptimizationClient({ baseUrl: server.baseUrl })
    await expect(client.cancelJob(JOB)).resolves.toBeUndefined()
  })
})

test('the client aborts an endless response soon after 10 MB', async () => {
  let sent = 0
  const server = await serveFaults((_, response) => {
    const chunk = Buffer.alloc(100_000, '0')
    const sendMore = () => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.length
    }
    response.on('drain', sendMore)
    sendMore()
  })
  await getRejection(createOptimizationClient({ baseUrl: server.baseUrl }).getJob(JOB))
  await expect.poll(server.open, { interval: 5 }).toBe(0)
  expect(sent).toBeLessThan(20_000_000)
})
