// How long comparing and rendering two versions of a prompt takes in Chromium, by their size: `npm run bench:diff`.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright'
import { build, preview } from 'vite'
import { findChromium } from '../scripts/findChromium.mjs'

const KINDS = {
  edited: 'a word in a twentieth of the lines',
  unrelated: 'nothing in common',
  oneLine: 'one line, a word in each 200',
  manyMessages: 'a message per line, a twentieth edited',
}
const KILOBYTES = [10, 100, 1_000]
const RUNS = 5

const config = {
  root: fileURLToPath(new URL('diff', import.meta.url)),
  configFile: false,
  logLevel: 'error',
  plugins: [react()],
  resolve: { dedupe: ['react', 'react-dom'] },
}
await build(config)
const server = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } })
const { isBundled: _, ...launch } = await findChromium()
const browser = await chromium.launch(launch)
const table = {}
for (const [kind, name] of Object.entries(KINDS)) {
  for (const kilobytes of KILOBYTES) {
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } })
    page.on('pageerror', (error) => {
      throw error
    })
    await page.goto(server.resolvedUrls.local[0])
    await page.waitForFunction('globalThis.measure')
    const runs = []
    for (let run = 0; run < RUNS; run++) {
      runs.push(
        await page.evaluate(([kind, bytes]) => globalThis.measure(kind, bytes), [kind, kilobytes * 1_000]),
      )
    }
    table[`${kilobytes} KB, ${name}`] = {
      'compare ms': median(runs.map(({ compare }) => compare)),
      'render ms': median(runs.map(({ render }) => render)),
      'too large to compare': runs[0].isTooLarge,
    }
    await page.close()
  }
}
console.log(`Medians of ${RUNS} runs.`)
console.table(table)
await browser.close()
await server.close()

function median(values) {
  return Math.round(values.sort((a, b) => a - b)[Math.floor(values.length / 2)])
}
