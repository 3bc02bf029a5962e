import { spawn } from 'node:child_process'
import { cp, open, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { chromium } from 'playwright'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { findChromium } from '../../scripts/findChromium.mjs'
import { collectConsoleErrors, visibleText } from '../support/openPage.js'
import { createConsumer } from './support/createConsumer.js'
import { run } from './support/run.js'

let consumer: Awaited<ReturnType<typeof createConsumer>>

beforeAll(async () => {
  consumer = await createConsumer()
  const { folder, tarball, write } = consumer
  const isSource = (path: string) => !['node_modules', 'dist'].includes(basename(path))
  await cp('examples/playground', folder, { recursive: true, filter: isSource })
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  manifest.dependencies['react-prompt-optimization'] = tarball
  await write({ 'package.json': JSON.stringify(manifest) })
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], folder)
})

afterAll(() => consumer?.remove())

/** ELF, Mach-O of both byte orders, universal Mach-O, and PE. */
const BINARY = /^(7f454c46|feedfac[ef]|c[ef]faedfe|cafebabe|4d5a)/

async function isBinary(path: string): Promise<boolean> {
  if (/\.(node|so|dylib|dll|exe)$/.test(path)) return true
  const file = await open(path)
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4).finally(() => file.close())
  return BINARY.test(buffer.toString('hex'))
}

// StackBlitz runs WebAssembly, but no native code.
it('the playground installs no native binaries', async () => {
  const entries = await readdir(join(consumer.folder, 'node_modules'), {
    recursive: true,
    withFileTypes: true,
  })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    // Only on macOS, where Vite also runs without it.
    .filter((file) => !file.includes('/fsevents/'))
  expect(files.length).toBeGreaterThan(500)
  const binaries: string[] = []
  for (const file of files) if (await isBinary(file)) binaries.push(file)
  expect(binaries).toEqual([])
})

it('the playground builds', async () => {
  expect(await run('npm', ['run', 'build'], consumer.folder)).toContain('built in')
})

/** Starts the dev server, as StackBlitz does, and returns its origin. */
async function startDevServer(): Promise<string> {
  const { NODE_ENV: _, ...env } = process.env
  const args = ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1', '--port', '0']
  const server = spawn(process.execPath, args, { cwd: consumer.folder, env: { ...env, NO_COLOR: '1' } })
  onTestFinished(() => {
    server.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    let output = ''
    const onData = (chunk: Buffer) => {
      output += chunk
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]
      if (origin) resolve(origin)
    }
    server.stdout.on('data', onData)
    server.stderr.on('data', onData)
    server.on('exit', (code) => reject(new Error(`vite exited with code ${code}: ${output}`)))
  })
}

it('a job of the playground runs until it has completed, and a started one until it has failed', async () => {
  const browser = await chromium.launch(await findChromium())
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  const errors = collectConsoleErrors(page)
  await page.goto(await startDevServer())
  const latest = page.getByRole('region', { name: 'Latest job' })
  // The dev server first prepares the dependencies.
  await latest.getByText(/^Step \d of 4/).waitFor({ timeout: 120_000 })
  await visibleText(latest, 'Completed').waitFor({ timeout: 60_000 })
  await latest.getByText('Be brief').first().waitFor()

  await page.getByLabel(/Instructions/).fill('Please fail')
  await page.getByRole('button', { name: 'Start' }).click()
  await visibleText(latest, 'Failed').waitFor({ timeout: 60_000 })
  expect(errors).toEqual([])
})
