import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@keyv/redis'
import { onTestFinished, vi } from 'vitest'
import { JOBS, KEY } from '../proxy/setUp.js'
import { listen } from '../support/listen.js'

const COOKIE = 'session=grace'

/** A free port, for a server that must start on the same one again. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

/** A Redis of the test's own, which keeps nothing on disk. */
async function startRedis(port: number): Promise<ChildProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'))
  const redis = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  onTestFinished(() => {
    redis.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  await new Promise<void>((resolve, reject) => {
    redis.once('error', () =>
      reject(
        new Error('redis-server is missing. On Debian, run: sudo bash scripts/installPackages.sh redis'),
      ),
    )
    redis.stdout.on('data', (text) => {
      if (String(text).includes('Ready to accept connections')) resolve()
    })
  })
  return redis
}

/** A service that numbers its responses; several processes with the proxy; and a Redis that they share. */
export async function setUpProcesses(count: number) {
  const service = { paths: [] as string[], respond: (): ResponseInit => ({ status: 200 }) }
  const serviceOrigin = await listen((incoming, response) => {
    incoming.resume()
    service.paths.push(`${incoming.method} ${incoming.url}`)
    const { status = 200, headers = {} } = service.respond()
    response.writeHead(status, { 'Content-Type': 'application/json', ...(headers as object) })
    response.end(JSON.stringify({ number: service.paths.length, status: 'running' }))
  })
  const port = await findFreePort()
  const url = `redis://127.0.0.1:${port}`
  const createRedisClient = () => createClient({ url })
  /** Runs commands with a connection of its own. */
  const use = async <T>(run: (client: ReturnType<typeof createRedisClient>) => Promise<T>): Promise<T> => {
    const client = createRedisClient()
    await client.connect()
    try {
      return await run(client)
    } finally {
      client.destroy()
    }
  }
  let redis = await startRedis(port)
  const processes = await Promise.all(
    Array.from({ length: count }, () => startProxy(`${serviceOrigin}/api/v2`, url)),
  )
  return {
    service,
    processes,
    redis: {
      pause: () => redis.kill('SIGSTOP'),
      async stop() {
        redis.kill('SIGKILL')
        await once(redis, 'exit')
      },
      async start() {
        redis = await startRedis(port)
      },
      use,
      /** Waits until a process has stored a response. */
      waitForEntry: () => vi.waitUntil(() => use(async (client) => (await client.dbSize()) > 0)),
    },
  }
}

async function startProxy(baseUrl: string, redisUrl: string) {
  const child = fork(fileURLToPath(new URL('./proxyProcess.mjs', import.meta.url)), [baseUrl, redisUrl], {
    env: { ...process.env, API_KEY: KEY },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [{ origin }] = (await once(child, 'message')) as [{ origin: string }]
  const errors: { code: string; message: string }[] = []
  child.on('message', (error) => errors.push(error as (typeof errors)[number]))
  return {
    errors,
    /** The number of the service's response, or the status of another. */
    async read(path: string = JOBS): Promise<number | string> {
      const response = await fetch(`${origin}${path}`, { headers: { Cookie: COOKIE } })
      const body = (await response.json()) as { number: number }
      return response.ok ? body.number : `${response.status} ${response.headers.get('Retry-After')}`
    },
    async start(): Promise<number> {
      const headers = { Cookie: COOKIE, Origin: origin, 'Content-Type': 'application/json' }
      const response = await fetch(`${origin}${JOBS}`, { method: 'POST', headers, body: '{}' })
      await response.text()
      return response.status
    },
  }
}
