// Compares the proxy, with and without sharing, with others, on real sockets: `npm run bench:proxy` builds the package first.
import { fork } from 'node:child_process'
import { Agent, get } from 'node:http'
import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { pollDelay } from '../dist/core/pollDelay.js'

// Installed in bench/, as all that is only compared.
const autocannon = createRequire(import.meta.url)('autocannon')

const VARIANTS = ['shared', 'unshared', 'hono/proxy', 'http-proxy-middleware']
const JOBS = '/api/v2/projects/0b6e7c1e-6a39-4a1b-9d2c-111111111111/prompt-optimization-jobs'
const VIEWERS = [1, 50, 1000]
const JOB_COUNTS = [1, 50]
const ROUNDS = 3
const ROUND_S = 2
/** For what is compared with a bar. */
const BAR_ROUNDS = 15
const POLLING_S = 30

const service = await start('service.mjs', [])
const servers = { 'the service alone': service }
for (const variant of VARIANTS)
  servers[variant] = await start('server.mjs', [variant, `http://127.0.0.1:${service.port}`])

console.log(`Flat out: medians of ${ROUNDS} rounds of ${ROUND_S} s; the service responds after 5 ms\n`)
printRow(
  'proxy',
  'viewers',
  'jobs',
  'requests/s',
  'p50',
  'p99',
  'service requests/s',
  'CPU/request',
  'memory',
)
printRow(...Array(9).fill('---'))
for (const jobCount of JOB_COUNTS) {
  for (const viewers of VIEWERS) {
    const rounds = await runRounds(Object.keys(servers), ROUNDS, { viewers, jobCount })
    for (const [name, list] of Object.entries(rounds)) {
      const of = (key) => median(list.map((round) => round[key]))
      printRow(
        name,
        viewers,
        jobCount,
        Math.round(of('perSecond')),
        `${of('p50')} ms`,
        `${of('p99')} ms`,
        Math.round(of('servicePerSecond')),
        `${of('cpuMs').toFixed(2)} ms`,
        `${Math.round(of('bytes') / 1e6)} MB`,
      )
    }
  }
}

const bars = await runRounds(['shared', 'unshared', 'hono/proxy'], BAR_ROUNDS, { viewers: 50, jobCount: 1 })
/** The median of what one does in a round, relative to the other in the same round. */
const compare = (name, key) => median(bars[name].map((round, i) => round[key] / bars['hono/proxy'][i][key]))
const sharedRatio = compare('shared', 'perSecond')
const unsharedRatio = compare('unshared', 'perSecond')

console.log(`\nPolling by the package's policy for ${POLLING_S} s: requests at the service\n`)
printRow('proxy', 'viewers', 'jobs', 'opened', 'requests of viewers', 'requests at the service')
printRow(...Array(6).fill('---'))
const polled = {}
for (const jobCount of JOB_COUNTS) {
  for (const viewers of VIEWERS) {
    polled[`${viewers} of ${jobCount}`] = await poll('shared', { viewers, jobCount, openedWithinMs: 0 })
  }
}
await poll('shared', { viewers: 1000, jobCount: 1, openedWithinMs: 10_000 })
await poll('hono/proxy', { viewers: 1000, jobCount: 1, openedWithinMs: 0 })
const viewerRatio = polled['1000 of 1'].service / polled['1 of 1'].service

const { requests, authorizations } = await ask(servers.shared)
for (const { child } of Object.values(servers)) child.kill()

console.log('')
const isMet = [
  check('flat out on one job, sharing, relative to hono/proxy', sharedRatio, '>=', 2.5),
  check('flat out on one job, without sharing, relative to hono/proxy', unsharedRatio, '>=', 0.95),
  check('1,000 viewers of one job, opened together, relative to one', viewerRatio, '<=', 1.1),
  check('authorizations for each request', authorizations / requests, '==', 1),
]
console.log(
  `CPU for each request without sharing, relative to hono/proxy: ${compare('unshared', 'cpuMs').toFixed(2)}`,
)
if (isMet.includes(false)) process.exitCode = 1

function check(text, value, relation, bar) {
  const isOk = { '>=': value >= bar, '<=': value <= bar, '==': value === bar }[relation]
  console.log(`${isOk ? 'met   ' : 'MISSED'} ${text}: ${value.toFixed(2)} (bar: ${relation} ${bar})`)
  return isOk
}

/** Measures each server in turn, so that what slows the machine slows all. The first round only warms up. */
async function runRounds(names, count, { viewers, jobCount }) {
  const rounds = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round <= count; round++) {
    for (const name of names) {
      const result = await measure(servers[name], viewers, jobCount)
      if (round > 0) rounds[name].push(result)
    }
  }
  return rounds
}

async function measure(server, viewers, jobCount) {
  const before = { own: await ask(server), service: await ask(service) }
  const { requests, latency, duration, errors, non2xx } = await autocannon({
    url: `http://127.0.0.1:${server.port}`,
    requests: Array.from({ length: jobCount }, (_, job) => ({ path: `${JOBS}/job-${job}` })),
    connections: viewers,
    duration: ROUND_S,
  })
  if (errors > 0 || non2xx > 0) throw new Error(`${errors + non2xx} requests failed`)
  const after = { own: await ask(server), service: await ask(service) }
  return {
    perSecond: requests.total / duration,
    p50: latency.p50,
    p99: latency.p99,
    servicePerSecond: (after.service.requests - before.service.requests) / duration,
    cpuMs: (after.own.cpuMs - before.own.cpuMs) / requests.total,
    bytes: after.own.bytes,
  }
}

/** Polls as the hook does, each viewer one job. */
async function poll(name, { viewers, jobCount, openedWithinMs }) {
  const { port } = servers[name]
  const agent = new Agent({ keepAlive: true })
  const before = await ask(service)
  const endAt = performance.now() + POLLING_S * 1000
  let viewerRequests = 0
  const view = async (viewer) => {
    const jobId = `job-${viewer % jobCount}`
    await sleep((openedWithinMs * viewer) / viewers)
    for (let pollCount = 1; performance.now() < endAt; pollCount++) {
      viewerRequests++
      const { progress } = JSON.parse(await read(`http://127.0.0.1:${port}${JOBS}/${jobId}`, agent))
      const job = {
        phase: 'running',
        progress: { step: progress.step, totalSteps: progress.total_steps, stepName: progress.step_name },
      }
      const context = { jobId, job, error: null, isFinal: false, consecutiveFailures: 0, pollCount }
      await sleep(pollDelay(context))
    }
  }
  await Promise.all(Array.from({ length: viewers }, (_, viewer) => view(viewer)))
  agent.destroy()
  const counts = { viewers: viewerRequests, service: (await ask(service)).requests - before.requests }
  const opened = openedWithinMs ? `within ${openedWithinMs / 1000} s` : 'together'
  printRow(name, viewers, jobCount, opened, counts.viewers, counts.service)
  return counts
}

function read(url, agent) {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve(text)).on('error', reject)
    }).on('error', reject)
  })
}

function start(file, args) {
  const child = fork(fileURLToPath(new URL(`./proxy/${file}`, import.meta.url)), args)
  return new Promise((resolve) => child.once('message', ({ port }) => resolve({ child, port })))
}

function ask({ child }) {
  return new Promise((resolve) => {
    child.once('message', resolve)
    child.send('')
  })
}

function printRow(...cells) {
  console.log(`| ${cells.join(' | ')} |`)
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
