import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createConsumer } from './support/createConsumer.js'
import { run } from './support/run.js'

const MAIN = `
import { createOptimizationClient } from 'react-prompt-optimization/api'
import { de } from 'react-prompt-optimization/locales/de'
import { createProxyHandler } from 'react-prompt-optimization/server'
import type { ProxyErrorCode } from 'react-prompt-optimization/server'
import { createJobSimulator } from 'react-prompt-optimization/testing'

const projectId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const codes: ProxyErrorCode[] = []
const simulator = createJobSimulator()
simulator.addJob({ projectId })
const proxy = createProxyHandler({
  baseUrl: 'https://service.test/api/v2',
  apiKey: 'key',
  authorize: () => true,
  onError: ({ code }) => codes.push(code),
  fetch: simulator,
})
const client = createOptimizationClient({ baseUrl: 'https://app.test/api/v2', fetch: proxy })
client.listJobs({ projectId }).then(({ jobs }) => console.log(de.title, jobs.length, codes.length))
`

let consumer: Awaited<ReturnType<typeof createConsumer>>

beforeAll(async () => {
  consumer = await createConsumer()
  const { folder, tarball, pickVersions, write } = consumer
  await write({
    'package.json': JSON.stringify({
      private: true,
      dependencies: {
        ...pickVersions('react', '@tanstack/react-query', 'zod', '@types/react', '@types/node', 'typescript'),
        'react-prompt-optimization': tarball,
      },
    }),
    'main.ts': MAIN,
  })
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], folder)
})

afterAll(() => consumer?.remove())

function compile(module: string): Promise<string> {
  const args = ['--strict', '--skipLibCheck', '--target', 'es2022', '--types', 'node', '--module', module]
  return run('npx', ['tsc', ...args, 'main.ts'], consumer.folder)
}

it('CommonJS compiled for nodenext requires the entries that need neither React nor TanStack Query', async () => {
  await compile('nodenext')
  expect(await readFile(`${consumer.folder}/main.js`, 'utf8')).toContain('require(')
  expect(await run('node', ['main.js'], consumer.folder)).toBe('Prompt-Optimierung 1 0\n')
})

it('docs/errors.md quotes what TypeScript reports for CommonJS and node16', async () => {
  const output = await compile('node16').catch(({ message }) => String(message))
  const errors = [...output.matchAll(/error (TS\d+): ([^;.]+)/g)].map(
    ([, code, message]) => `${message}\` (${code})`,
  )
  const document = (await readFile('docs/errors.md', 'utf8')).replaceAll(/\s+/g, ' ')
  expect(new Set(errors).size).toBe(2)
  expect(errors.filter((error) => !document.includes(error))).toEqual([])
})
