// Compares pages of cards in Chromium: `npm run bench:cards`, or with other counts `npm run bench:cards -- 20 100`.
// VARIANTS, RUNS and SLOWDOWNS (of the CPU) in the environment select what is measured.
import {
  measureClocks,
  measureFilling,
  measureFirstCard,
  measureMounting,
  measurePolling,
  PAGES,
  POLL_MS,
  startPages,
} from './cardPages.mjs'

const allVariants = process.env.VARIANTS?.split(',') ?? ['plainCard', 'plainQuery', 'ours', 'oursByFrame']
const unknown = allVariants.filter((variant) => !(variant in PAGES))
if (unknown.length > 0) throw new Error(`Unknown: ${unknown}. The variants are ${Object.keys(PAGES)}.`)
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1, 20, 100, 1_000]
const slowdowns = process.env.SLOWDOWNS?.split(',').map(Number) ?? [1, 4]
const runs = Number(process.env.RUNS ?? 3)

/** The limits of ours as ratios of another variant, by measure and number of cards. */
const BARS = {
  plainCard: {
    mount: { 1: 1.8, 20: 2.2, 100: 2.2, 1000: 2 },
    changed: { 100: 1.3, 1000: 1.1 },
    unchanged: { 1000: 0.35 },
    clocks: { 1000: 0.08 },
  },
  plainQuery: {
    mount: { 1: 1.4, 20: 1.4, 100: 1.4, 1000: 1.4 },
    filled: { 20: 1, 100: 1 },
    changed: { 100: 1, 1000: 1 },
    unchanged: { 1000: 1 },
    clocks: { 1000: 1 },
  },
}
const BARS_BY_FRAME = { plainCard: { changed: { 1000: 0.6 } } }

const MEASURES = {
  mount: 'mounting, main thread',
  filled: 'all cards filled, on the wall',
  firstCard: 'first card after navigation, on the wall',
  unchanged: `unchanged responses, every ${POLL_MS / 1000} s`,
  changed: 'changed steps, likewise',
  clocks: 'a second of clocks',
}

const pages = await startPages()
const failures = []
for (const slowdown of slowdowns) {
  for (const count of counts) {
    // Few cards are in one frame anyway.
    const variants = allVariants.filter((variant) => variant !== 'oursByFrame' || count >= 100)
    const medians = await measureAll(variants, { count, slowdown })
    report(variants, { count, slowdown }, medians)
    failures.push(...checkBars(count, medians).map((failure) => `${failure}, CPU slowed ${slowdown} times`))
  }
}
await pages.close()
if (failures.length > 0) console.log(`\nMissed:\n${failures.join('\n')}`)
process.exitCode = failures.length > 0 ? 1 : 0

/** The median of every measure, by variant. The variants take turns, so that a busy machine affects all of them. */
async function measureAll(variants, setting) {
  // A single card takes a few milliseconds, which vary most.
  const mountRuns = runs * (setting.count <= 100 ? 3 : 1)
  const values = {}
  for (let run = 0; run < mountRuns; run++) {
    for (const variant of variants) {
      const measured = {
        ...(await measureMounting(pages, { variant, ...setting })),
        ...(variant !== 'requestsOnly' && (await measureFilling(pages, { variant, ...setting }))),
        ...(variant !== 'requestsOnly' &&
          setting.count === 1 &&
          (await measureFirstCard(pages, { variant, ...setting }))),
        ...(run < runs && (await measurePolling(pages, { variant, ...setting }))),
        ...(run < runs && (await measureClocks(pages, { variant, ...setting }))),
      }
      for (const [name, value] of Object.entries(measured)) {
        values[variant] ??= {}
        values[variant][name] ??= []
        values[variant][name].push(value)
      }
    }
  }
  return Object.fromEntries(
    variants.map((variant) => [
      variant,
      Object.fromEntries(Object.entries(values[variant]).map(([name, list]) => [name, median(list)])),
    ]),
  )
}

function median(list) {
  return list.sort((a, b) => a - b)[Math.floor(list.length / 2)]
}

function report(variants, { count, slowdown }, medians) {
  console.log(`\n${count} card(s), CPU slowed ${slowdown} times: milliseconds, and ratios of ours`)
  const [{ ours }, others] = [medians, variants.filter((variant) => variant !== 'ours')]
  const rows = Object.entries(MEASURES).filter(([name]) => medians[variants[0]][name] !== undefined)
  console.table(
    Object.fromEntries(
      rows.map(([name, label]) => [
        label,
        {
          ...Object.fromEntries(variants.map((variant) => [variant, round(medians[variant][name])])),
          ...(ours &&
            Object.fromEntries(
              others.map((variant) => [`ours / ${variant}`, round(ours[name] / medians[variant][name])]),
            )),
        },
      ]),
    ),
  )
  console.table(
    Object.fromEntries(
      variants.map((variant) => {
        const { made, shift, elements } = medians[variant]
        return [
          variant,
          {
            'polls made': `${Math.round(made * 100)} %`,
            'layout shift': Number(shift.toFixed(2)),
            'elements per card': Math.round(elements),
          },
        ]
      }),
    ),
  )
}

function round(value) {
  return value === undefined ? '' : Number(value.toFixed(value < 10 ? 2 : 0))
}

/** Logs every bar of this number of cards, and returns the missed ones. */
function checkBars(count, medians) {
  const { ours, oursByFrame } = medians
  const checks = [
    ...listChecks(count, 'ours', ours, medians, BARS),
    ...listChecks(count, 'ours once a frame', oursByFrame, medians, BARS_BY_FRAME),
    ...(ours && count >= 1_000
      ? [
          ['layout shift', ours.shift, 0.005],
          ['polls not made', 1 - ours.made, 0.02],
        ]
      : []),
  ]
  for (const [name, value, limit] of checks) {
    console.log(`${value <= limit ? '✓' : '✗'} ${name} ≤ ${limit}: ${value.toFixed(3)}`)
  }
  return checks
    .filter(([, value, limit]) => value > limit)
    .map(([name, value, limit]) => `${name} ≤ ${limit}: ${value.toFixed(2)} with ${count} card(s)`)
}

function listChecks(count, name, own, medians, bars) {
  if (!own) return []
  return Object.entries(bars).flatMap(([variant, measures]) =>
    Object.entries(measures)
      .filter(([, limits]) => limits[count] !== undefined && medians[variant])
      .map(([measure, limits]) => [
        `${name}, ${measure}, of ${variant}`,
        own[measure] / medians[variant][measure],
        limits[count],
      ]),
  )
}
