import { describe, expect, test } from 'vitest'
import { createOptimizationClient, OptimizationError } from '../../src/api.js'
import { buildJob } from '../../src/testing.js'
import { listen } from '../support/listen.js'
import { getRejection } from '../support/respond.js'
import { answerWith, FAULTS, JOB_TEXT, serveFaults, TIMEOUT_MS } from './faultServer.js'

const JOB = { projectId: 'p', jobId: 'j' }

describe('a call whose server', () => {
  test.each(FAULTS.map((fault) => [fault.name, fault] as const))(
    '%s: is rejected with what went wrong, and lets the connection go',
    async (_, fault) => {
      const server = await serveFaults(fault.answer)
      const client = createOptimizationClient({
        baseUrl: server.baseUrl,
        getToken: () => 'canary',
        timeoutMs: fault.error.kind === 'timeout' ? TIMEOUT_MS : 20_000,
      })
      const error = (await getRejection(client.getJob(JOB))) as OptimizationError
      expect(error).toBeInstanceOf(OptimizationError)
      expect(error).toMatchObject({ isRetryable: true, method: 'GET', ...fault.error })
      expect(error.message).toContain(`/projects/p/prompt-optimization-jobs/j: ${fault.says}`)
      expect(error.message.length).toBeLessThan(400)
      // What the platform says of it.
      if (error.kind === 'network') expect(error.cause).toBeInstanceOf(TypeError)
      await expect.poll(server.open, { interval: 5 }).toBe(0)
    },
  )
})

test.each(
  FAULTS.filter(({ error }) => error.kind !== 'timeout').map((fault) => [fault.name, fault] as const),
)('a start whose server %s: is sent once, and fails with what went wrong', async (_, fault) => {
  const server = await serveFaults(fault.answer)
  const client = createOptimizationClient({ baseUrl: server.baseUrl })
  const ids = { promptTemplateVersionId: crypto.randomUUID(), datasetId: crypto.randomUUID() }
  const { kind, status } = (await getRejection(
    client.startJob({ projectId: 'p', ...ids }),
  )) as OptimizationError
  expect({ kind, status }).toEqual({ kind: fault.error.kind, status: fault.error.status })
  expect(server.paths).toHaveLength(1)
})

describe('a call is answered', () => {
  const read = (baseUrl: string) =>
    createOptimizationClient({ baseUrl, getToken: () => 'canary' }).getJob(JOB)

  test('whatever the content type says, if a job arrives', async () => {
    const server = await serveFaults((_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end(JOB_TEXT),
    )
    await expect(read(server.baseUrl)).resolves.toMatchObject({ phase: 'running' })
  })

  test('in pieces that cut a letter in two', async () => {
    const summary = '👩‍👩‍👧‍👦 מחקר é'
    const bytes = Buffer.from(JSON.stringify(buildJob({ changes_summary: summary })))
    // A socket would put them together again.
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

  test('after a byte order mark', async () => {
    const server = await serveFaults((_, response) => response.end(`\uFEFF${JOB_TEXT}`))
    await expect(read(server.baseUrl)).resolves.toMatchObject({ phase: 'running' })
  })

  test('with a job that is as long as may be, and not with one byte more', async () => {
    const padded = (length: number) => JOB_TEXT + ' '.repeat(length - JOB_TEXT.length)
    const lengths = [10_000_000, 10_000_001]
    const server = await serveFaults(
      ...lengths.map(
        (length) => (_: unknown, response: { end(text: string): void }) => response.end(padded(length)),
      ),
    )
    await expect(read(server.baseUrl)).resolves.toMatchObject({ phase: 'running' })
    expect(await getRejection(read(server.baseUrl))).toMatchObject({ kind: 'invalid-response' })
  })

  test('from another path', async () => {
    const server = await serveFaults((request, response) => {
      if (request.url === '/moved') answerWith()(request, response)
      else response.writeHead(308, { Location: '/moved' }).end()
    })
    await expect(read(server.baseUrl)).resolves.toMatchObject({ phase: 'running' })
  })

  test('from another origin, which is not given the token', async () => {
    let token: string | undefined
    const other = await listen((request, response) => {
      token = request.headers.authorization
      answerWith()(request, response)
    })
    const server = await serveFaults((_, response) =>
      response.writeHead(307, { Location: `${other}/` }).end(),
    )
    await expect(read(server.baseUrl)).resolves.toMatchObject({ phase: 'running' })
    expect(token).toBeUndefined()
  })

  test.each([
    [204, undefined],
    [200, '<html>'],
  ])('to a cancel, by any 2xx, because its body is not documented: %i %s', async (status, body) => {
    const server = await serveFaults((_, response) => response.writeHead(status).end(body))
    const client = createOptimizationClient({ baseUrl: server.baseUrl })
    await expect(client.cancelJob(JOB)).resolves.toBeUndefined()
  })
})

test('of an answer without end little more than 10 MB are ever sent', async () => {
  let sent = 0
  const server = await serveFaults((_, response) => {
    const chunk = Buffer.alloc(100_000, '0')
    const more = () => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.length
    }
    response.on('drain', more)
    more()
  })
  await getRejection(createOptimizationClient({ baseUrl: server.baseUrl }).getJob(JOB))
  await expect.poll(server.open, { interval: 5 }).toBe(0)
  expect(sent).toBeLessThan(20_000_000)
})
