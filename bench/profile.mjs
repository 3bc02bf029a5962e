// Attributes the main-thread time of mounting cards to its causes: `npm run bench:profile`, or with other counts
// `npm run bench:profile -- 20`.
import { openPage, startPages, waitForJobs } from './cardPages.mjs'

const variants = ['plainCard', 'plainQuery', 'ours']
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1, 100]
const RUNS = 9

/** Names of chunks in cards/vite.config.ts, by whose they are. */
const SCRIPTS = { react: 'React', query: 'TanStack Query', zod: 'zod' }
const OWN = 'the card, its hook and client'
/** Chromium's trace events, by what they are called here. */
const EVENTS = {
  UpdateLayoutTree: 'style',
  Layout: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
}

const pages = await startPages()
for (const count of counts) {
  const table = {}
  for (let run = 0; run < RUNS; run++) {
    for (const variant of variants) {
      const causes = { ...(await profileScripts(variant, count)), ...(await traceRendering(variant, count)) }
      for (const [cause, ms] of Object.entries(causes)) {
        table[cause] ??= Object.fromEntries(variants.map((name) => [name, []]))
        table[cause][variant].push(ms)
      }
    }
  }
  console.log(`\nMounting ${count} card(s): main-thread milliseconds, medians of ${RUNS} runs`)
  const rows = Object.entries(table).map(([cause, values]) => [
    cause,
    Object.fromEntries(variants.map((variant) => [variant, median(values[variant])])),
  ])
  console.table(Object.fromEntries(rows.sort(([, a], [, b]) => b.ours - a.ours)))
}
await pages.close()

/** Milliseconds of JavaScript by whose it is, from samples of the CPU. A builtin counts as its caller's. */
async function profileScripts(variant, count) {
  const { context, page, session } = await openPage(pages, { variant, count, slowdown: 1 }, 'poll=never')
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: 100 })
  await session.send('Profiler.start')
  await page.evaluate('start()')
  await waitForJobs(page, count)
  const { profile } = await session.send('Profiler.stop')
  await context.close()

  const owners = new Map()
  const visit = (node, inherited) => {
    const owner = getOwner(node.callFrame) ?? inherited
    owners.set(node.id, owner)
    for (const child of node.children ?? []) visit(nodes.get(child), owner)
  }
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  visit(profile.nodes[0], null)

  const causes = {}
  for (const [index, id] of profile.samples.entries()) {
    const owner = owners.get(id)
    if (owner) causes[owner] = (causes[owner] ?? 0) + profile.timeDeltas[index] / 1000
  }
  return causes
}

function getOwner({ functionName, url }) {
  if (functionName === '(garbage collector)') return 'garbage collection'
  const file = url.split('/').at(-1)
  // The page itself stands for the network.
  if (!file?.endsWith('.js') || file.startsWith('index')) return null
  return SCRIPTS[file.split('-')[0]] ?? OWN
}

/** Milliseconds of style, layout and paint, from Chromium's trace. */
async function traceRendering(variant, count) {
  const { context, page } = await openPage(pages, { variant, count, slowdown: 1 }, 'poll=never')
  const session = await pages.browser.newBrowserCDPSession()
  const causes = {}
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, dur = 0 } of value) {
      if (EVENTS[name]) causes[EVENTS[name]] = (causes[EVENTS[name]] ?? 0) + dur / 1000
    }
  })
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  })
  await page.evaluate('start()')
  await waitForJobs(page, count)
  const isComplete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await isComplete
  await context.close()
  return causes
}

function median(list) {
  const value = list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
  return Number(value.toFixed(1))
}
