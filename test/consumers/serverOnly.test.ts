import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createConsumer } from './support/createConsumer.js'
import { run } from './support/run.js'

let consumer: Awaited<ReturnType<typeof createConsumer>>

beforeAll(async () => {
  consumer = await createConsumer()
  const { folder, tarball, write } = consumer
  const dependencies = { 'react-prompt-optimization': tarball }
  await write({ 'package.json': JSON.stringify({ private: true, type: 'module', dependencies }) })
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], folder)
})

afterAll(() => consumer?.remove())

const runModule = (code: string) =>
  run('node', ['--input-type=module', '--eval', code], consumer.folder).catch(({ message }) =>
    String(message),
  )

it('a server that needs the proxy only installs nothing else', async () => {
  const installed = (await readdir(`${consumer.folder}/node_modules`)).filter((name) => !name.startsWith('.'))
  expect(installed).toEqual(['react-prompt-optimization'])
})

it('the proxy and the simulator run without React, TanStack Query and zod', async () => {
  const output = await runModule(`
    import { createProxyHandler } from 'react-prompt-optimization/server'
    import { createJobSimulator } from 'react-prompt-optimization/testing'
    const handler = createProxyHandler({
      baseUrl: 'https://service.test/api/v2',
      apiKey: 'key',
      authorize: () => true,
      fetch: createJobSimulator(),
    })
    const projectId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
    const url = 'https://app.test/api/v2/projects/' + projectId + '/prompt-optimization-jobs'
    console.log((await handler(new Request(url))).status)
  `)
  expect(output).toBe('200\n')
})

it.each([
  ['react-prompt-optimization', /Cannot find package '(react|zod|@tanstack\/react-query)' imported from /],
  ['react-prompt-optimization/api', /Cannot find package 'zod' imported from /],
])('%s names the package that is missing, as docs/errors.md does', async (entry, message) => {
  expect(await runModule(`await import('${entry}')`)).toMatch(message)
  expect(await readFile('docs/errors.md', 'utf8')).toContain("`Cannot find package 'zod' imported from …`")
})
