import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { readSurface } from './readSurface.js'

const DIST = 'dist'
const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
const manifest = () => JSON.parse(readFileSync('package.json', 'utf8'))
const read = (file: string) => readFileSync(join(DIST, file), 'utf8')

const ENTRIES = [
  'index',
  'api',
  'diff',
  'locales/ar',
  'locales/de',
  'locales/en',
  'locales/es',
  'locales/fr',
  'locales/ja',
  'locales/pt-BR',
  'locales/zh',
  'markdown',
  'outcome',
  'prompts',
  'server',
  'testing',
  'testingReact',
]

it.each(ENTRIES)('the entry %s exports only the public API', async (entry) => {
  const exports = await import(join(process.cwd(), DIST, `${entry}.js`))
  expect(Object.keys(exports).sort()).toMatchSnapshot()
})

it('the public types are those of the snapshot', async () => {
  await expect(readSurface(ENTRIES)).toMatchFileSnapshot('__snapshots__/surface.txt')
})

it('the "use client" directive is in the same files as in src', () => {
  const clientFiles = files.filter((file) => file.endsWith('.js') && /^['"]use client['"]/.test(read(file)))
  const clientSources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && readFileSync(join('src', file), 'utf8').startsWith("'use client'"),
  )
  expect(clientFiles.length).toBeGreaterThan(5)
  expect(clientFiles.map((file) => file.replace(/\.js$/, '')).sort()).toEqual(
    clientSources.map((file) => file.replace(/\.tsx?$/, '')).sort(),
  )
  // Server components import these for prefetching.
  expect(clientFiles).not.toContain('query/optimizationJobOptions.js')
  expect(clientFiles).not.toContain('index.js')
})

it('every JavaScript file has a declaration and, unless it only re-exports, a source map with its source', () => {
  const code = files.filter((file) => file.endsWith('.js') && !file.startsWith('_virtual'))
  for (const file of code) {
    expect(files).toContain(file.replace(/\.js$/, '.d.ts'))
    if (!files.includes(`${file}.map`)) expect(file.replace(/^locales\//, '')).not.toContain('/')
    else if (JSON.parse(read(`${file}.map`)).mappings) {
      expect(JSON.parse(read(`${file}.map`)).sourcesContent, file).toHaveLength(1)
    }
  }
})

it('the api, server and testing entries do not import React', () => {
  const reached = new Set<string>()
  const collectImports = (file: string) => {
    if (reached.has(file)) return
    reached.add(file)
    for (const [, path = ''] of read(file).matchAll(/from "([^"]+)"/g)) {
      if (path.startsWith('.')) collectImports(join(file, '..', path))
      else reached.add(path)
    }
  }
  for (const entry of ['api.js', 'server.js', 'testing.js']) collectImports(entry)
  expect([...reached].filter((name) => !files.includes(name))).toEqual(['zod/v4/mini'])
})

// zod 3.25 has `zod/v4/mini` only.
it('an app that imports zod/mini bundles one copy of it', async () => {
  const [{ string }, own] = await Promise.all([import('zod/mini'), import('zod/v4/mini')])
  expect(own.string).toBe(string)
})

/** The paths of the files that npm would pack. */
function listPacked(): string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const [{ files: packed }] = JSON.parse(execFileSync('npm', args, { encoding: 'utf8' }))
  return packed.map(({ path }: { path: string }) => path)
}

const AGENT_DOCUMENTS = ['llms.txt', 'skills/react-prompt-optimization/SKILL.md']

it('the tarball contains only the build output and the documents', () => {
  const paths = listPacked()
  const built = files.filter((file) => /\.\w+$/.test(file)).map((file) => `dist/${file}`)
  const documents = readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file))
  const meta = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json']
  expect(paths.sort()).toEqual([...built, ...documents, ...AGENT_DOCUMENTS, ...meta].sort())
})

it('the tarball contains what the documents for coding agents link to', () => {
  const links = AGENT_DOCUMENTS.flatMap((document) =>
    [...readFileSync(document, 'utf8').matchAll(/\]\(([^)#\s]+)/g)].map(([, link = '']) =>
      join(dirname(document), link),
    ),
  )
  expect(links.length).toBeGreaterThan(100)
  const packed = listPacked()
  expect(links.filter((link) => !packed.includes(link))).toEqual([])
})

it('only peer dependencies are imported, none by the proxy and the simulator, and those of one part only by it', () => {
  const { peerDependencies, dependencies } = manifest()
  const imported = files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) =>
      [...read(file).matchAll(/(?:from|import) ["']([^."'][^"']*)["']/g)].map(([, name = '']) => [
        file,
        name,
      ]),
    )
  const getPackageName = (path = '') => path.split('/', path.startsWith('@') ? 2 : 1).join('/')
  expect(dependencies).toBeUndefined()
  const peers = Object.keys(peerDependencies).filter((name) => !name.startsWith('@types/'))
  expect([...new Set(imported.map(([, path]) => getPackageName(path)))].sort()).toEqual(peers.sort())
  expect(imported.filter(([file]) => /^(proxy|http|testing\/simulator)\//.test(file ?? ''))).toEqual([])
  expect(
    imported
      .filter(([, path]) => ['diff', 'react-markdown'].includes(getPackageName(path)))
      .map(([file]) => file),
  ).toEqual(['components/markdown/MarkdownSummary.js', 'components/outcome/compareLines.js'])
})

it('the test matrix covers the lower bounds of the peer dependency ranges', () => {
  const { peerDependencies } = manifest()
  const matrix = readFileSync('scripts/testMatrix.mjs', 'utf8')
  expect(peerDependencies).toMatchObject({
    '@types/react': '^18.0.0 || ^19.0.0',
    react: '^18.0.0 || ^19.0.0',
    '@tanstack/react-query': '^5.100.0',
    zod: '^3.25.73 || ^4.0.0',
  })
  for (const oldest of ['react@18.0.0', '@tanstack/react-query@5.100.0', 'zod@3.25.73', 'zod@4.0.0']) {
    expect(matrix).toContain(oldest)
  }
})

// `moduleResolution: node` ignores `exports`.
it('typesVersions has the declarations of every entry', () => {
  const { exports, types, typesVersions } = manifest()
  const { '.': main, './package.json': _, ...entries } = exports as Record<string, { types: string }>
  expect(types).toBe(main?.types)
  expect(typesVersions['*']).toEqual(
    Object.fromEntries(Object.entries(entries).map(([entry, target]) => [entry.slice(2), [target.types]])),
  )
})

it('only the stylesheet has side effects on import', () => {
  expect(manifest().sideEffects).toEqual(['**/*.css'])
  // Top-level calls that are not marked as pure, and writes to globals.
  const sideEffects = files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .map((line) => `${file}: ${line}`),
    )
    .filter((line) => /^\S+: (?:[\w.]+\(|globalThis|window|document|import ["'])/.test(line))
  expect(sideEffects).toEqual([])
})

// Browsers index rules by their rightmost class. A selector list there is matched against every element.
it('no selector in styles.css ends with a selector list', () => {
  const selectors = read('styles.css').match(/^.*:where\(.*(,|\{)$/gm) ?? []
  expect(selectors.length).toBeGreaterThan(100)
  expect(
    selectors.filter((selector) => /(^|[\s>+~]):where\([^()]*,[^()]*\)[\w:-]*[\s,{]*$/.test(selector)),
  ).toEqual([])
})
