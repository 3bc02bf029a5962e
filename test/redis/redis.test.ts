import { expect, it, vi } from 'vitest'
import { JOB_ID, JOBS, KEY, PROJECT_ID } from '../proxy/setUp.js'
import { setUpProcesses } from './setUp.js'

const JOB = `${JOBS}/${JOB_ID}`

it('three processes share one request for a job by Redis', async () => {
  const { processes, service, redis } = await setUpProcesses(3)
  const [first, ...others] = processes
  expect(await first?.read(JOB)).toBe(1)
  await redis.waitForEntry()
  expect(await Promise.all(others.map((each) => each.read(JOB)))).toEqual([1, 1])
  expect(service.paths).toEqual([`GET ${JOB}`])
  expect(processes.flatMap(({ errors }) => errors)).toEqual([])
})

it('a start in one process is seen in a process that did not know the list', async () => {
  const { processes, redis } = await setUpProcesses(2)
  const [first, second] = processes
  await first?.read()
  await redis.waitForEntry()
  expect(await first?.start()).toBe(200)
  expect(await second?.read()).toBe(3)
})

it('what the service asks one process to wait, all wait', async () => {
  const { processes, service, redis } = await setUpProcesses(2)
  service.respond = () => ({ status: 429, headers: { 'Retry-After': '100' } })
  const [first, second] = processes
  expect(await first?.read()).toBe('429 100')
  await redis.waitForEntry()
  expect(await second?.read(JOB)).toMatch(/^429 (100|9\d)$/)
  expect(service.paths).toHaveLength(1)
})

it('Redis contains the JSON of the service for `shareForMs`, and neither the key, a cookie nor an ID of the request', async () => {
  const { processes, redis } = await setUpProcesses(1)
  await processes[0]?.read(JOB)
  await redis.waitForEntry()
  const entries = await redis.use(async (client) => {
    const read = async (key: string) => [key, await client.get(key), await client.pTTL(key)] as const
    return Promise.all((await client.keys('*')).map(read))
  })
  expect(entries).toHaveLength(1)
  const [key, value, ttlMs] = entries[0] ?? ['', '', 0]
  expect(key).toMatch(/react-prompt-optimization:1:[0-9a-f]{64}$/)
  expect(value).toContain('running')
  expect(ttlMs).toBeGreaterThan(0)
  expect(ttlMs).toBeLessThanOrEqual(10_000)
  // None may occur in the name of an entry, which is hexadecimal.
  for (const secret of [KEY, 'grace', PROJECT_ID, JOB_ID])
    expect(JSON.stringify(entries)).not.toContain(secret)
})

it('while Redis is down, the processes serve without it, and use it again when it is back', async () => {
  const { processes, redis } = await setUpProcesses(2)
  const [first, second] = processes
  await first?.read()
  await redis.stop()
  expect([await first?.read(JOB), await second?.read(JOB)]).toEqual([2, 3])
  await redis.start()
  let jobNumber = 0
  await vi.waitUntil(
    async () => {
      const path = `${JOBS}/job-${jobNumber++}`
      const number = await first?.read(path)
      await redis.waitForEntry().catch(() => {})
      return number === (await second?.read(path))
    },
    { timeout: 60_000 },
  )
})

it('a Redis that hangs delays one request of a process, and is reported once', async () => {
  const { processes, redis } = await setUpProcesses(1)
  const [first] = processes
  await first?.read()
  await redis.waitForEntry()
  redis.pause()
  for (const job of ['a', 'b', 'c', 'd'])
    expect(await first?.read(`${JOBS}/${job}`)).toEqual(expect.any(Number))
  expect(first?.errors).toEqual([
    { code: 'store-failed', message: 'store.get failed, so the store is not used for 10 s' },
  ])
})

it('a Redis that responds with errors is reported, and the process serves without it', async () => {
  const { processes, service, redis } = await setUpProcesses(1)
  const [first] = processes
  await redis.use((client) => client.configSet('maxmemory', '1'))
  expect([await first?.read(), await first?.read()]).toEqual([1, 1])
  expect(service.paths).toHaveLength(1)
  expect(first?.errors).toEqual([
    { code: 'store-failed', message: 'store.set failed, so the store is not used for 10 s' },
  ])
})

it('rubbish in Redis is reported, and overwritten', async () => {
  const { processes, redis } = await setUpProcesses(2)
  const [first, second] = processes
  await first?.read(JOB)
  await redis.waitForEntry()
  const keys = await redis.use((client) => client.keys('*'))
  await redis.use((client) => Promise.all(keys.map((key) => client.set(key, '{"value":"<html>"}'))))
  expect(await second?.read(JOB)).toBe(2)
  expect(second?.errors).toEqual([
    { code: 'store-failed', message: 'store.get returned a value that the handler did not store' },
  ])
  await vi.waitUntil(() =>
    redis.use(async (client) => (await client.get(keys[0] ?? ''))?.includes('running') ?? false),
  )
})
