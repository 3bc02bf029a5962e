import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createConsumer } from './support/createConsumer.js'
import { run } from './support/run.js'

const NEWEST = { jest: '30', 'jest-environment-jsdom': '30', '@babel/*': '8' }

const OLDEST = {
  jest: '29',
  'jest-environment-jsdom': '29',
  '@babel/*': '7',
  react: '18.0.0',
  'react-dom': '18.0.0',
  '@tanstack/react-query': '5.100.0',
  zod: '3.25.73',
}

const REQUESTS = `
import { act, renderHook } from '@testing-library/react'
import { useOptimizationJob } from 'react-prompt-optimization'
import { createOptimizationClient } from 'react-prompt-optimization/api'
import { createJobSimulator } from 'react-prompt-optimization/testing'
import { createTestApp } from 'react-prompt-optimization/testing/react'

const projectId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

it('creates the client of the app, which uses the global fetch', () => {
  expect(() => createOptimizationClient({ baseUrl: '/api/v2' })).not.toThrow()
})

it('polls, starts and cancels jobs, and times out, with fake timers', async () => {
  jest.useFakeTimers()
  const simulator = createJobSimulator()
  const app = createTestApp({ fetch: simulator, timeoutMs: 5_000 })
  const { jobId } = await app.client.startJob({
    projectId,
    promptTemplateVersionId: projectId,
    datasetId: projectId,
    userInstructions: 'ä',
  })
  const { result } = renderHook(() => useOptimizationJob({ projectId, jobId }), app)
  await act(() => jest.advanceTimersByTimeAsync(60_000))
  expect(result.current.kind).toBe('running')
  simulator.injectFault('hang', { times: 2 })
  await act(() => jest.advanceTimersByTimeAsync(20_000))
  expect(result.current.error.kind).toBe('timeout')
  simulator.clearFaults()
  await app.client.cancelJob({ projectId, jobId })
  await act(() => jest.advanceTimersByTimeAsync(120_000))
  expect(result.current.kind).toBe('cancelled')
})
`

const MARKDOWN = `
import { render, screen } from '@testing-library/react'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'

it('renders Markdown', () => {
  render(<MarkdownSummary>{'**Shorter**'}</MarkdownSummary>)
  expect(screen.getByText('Shorter').tagName).toBe('STRONG')
})
`

/** The files and packages of the guide, and its test with the edits that it describes. */
async function readGuide() {
  const guide = await readFile('docs/guides/testing.md', 'utf8')
  const [, testBlock = ''] = /^```tsx\n([\s\S]*?)^```$/m.exec(guide) ?? []
  const section = /^## Jest\n[\s\S]*?(?=^## )/m.exec(guide)?.[0] ?? ''
  const blocks = section.matchAll(/^```cjs\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)
  const [, packages = ''] = /^npm install -D (.*)$/m.exec(section) ?? []
  return {
    files: Object.fromEntries([...blocks].map(([, name = '', code = '']) => [name, code])),
    packages: packages.split(' '),
    test: testBlock.replace('jest-dom/vitest', 'jest-dom').replace(/^import .* from 'vitest'$/m, ''),
  }
}

describe.each([
  ['Jest 30, newest peers', NEWEST],
  ['Jest 29, oldest peers', OLDEST],
])('%s', (_title, versions: Record<string, string>) => {
  let consumer: Awaited<ReturnType<typeof createConsumer>>

  beforeAll(async () => {
    consumer = await createConsumer()
    const { files, packages, test } = await readGuide()
    const { folder, tarball, pickVersions, write } = consumer
    const { '@babel/*': babel = '', ...peers } = versions
    await write({
      'package.json': JSON.stringify({
        private: true,
        dependencies: {
          ...pickVersions('react', 'react-dom', '@tanstack/react-query', 'zod', 'react-markdown'),
          ...pickVersions('@testing-library/react', '@testing-library/dom', '@testing-library/jest-dom'),
          ...Object.fromEntries(packages.map((name) => [name, babel])),
          ...peers,
          'react-prompt-optimization': tarball,
        },
      }),
      'jest.styles.js': '',
      ...files,
      'guide.test.tsx': `import 'react-prompt-optimization/styles.css'\n${test}`,
      'requests.test.tsx': REQUESTS,
      'markdown.test.tsx': MARKDOWN,
    })
    await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], folder)
  })

  afterAll(() => consumer?.remove())

  it('passes the test of the guide with the setup of the guide', async () => {
    expect(await run('npx', ['jest', 'guide', 'requests'], consumer.folder)).toMatch(
      /Tests: +3 passed, 3 total/,
    )
  })

  it('renders Markdown if everything is transformed', async () => {
    const config = {
      ...(await import(join(consumer.folder, 'jest.config.js'))).default,
      transformIgnorePatterns: [],
    }
    const args = ['jest', 'markdown', '--config', JSON.stringify(config)]
    expect(await run('npx', args, consumer.folder)).toContain('1 passed, 1 total')
  })

  it('reports what docs/errors.md quotes if the package is not transformed', async () => {
    const { transformIgnorePatterns: _, ...config } = (await import(join(consumer.folder, 'jest.config.js')))
      .default
    const args = ['jest', 'guide', '--config', JSON.stringify(config)]
    const output = await run('npx', args, consumer.folder).catch(({ message }) => String(message))
    const messages = output.match(
      /Cannot use import statement outside a module|Must use import to load ES Module/g,
    )
    const document = await readFile('docs/errors.md', 'utf8')
    expect(messages?.length).toBeGreaterThan(0)
    for (const message of messages ?? []) expect(document).toContain(`\`${message}\``)
  })
})
