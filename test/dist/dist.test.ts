import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const DIST = 'dist'
const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
const manifest = () => JSON.parse(readFileSync('package.json', 'utf8'))
const read = (file: string) => readFileSync(join(DIST, file), 'utf8')

it.each(['index', 'api', 'locales', 'markdown', 'server', 'testing', 'testingReact'])(
  'the entry %s exports just this',
  async (entry) => {
    const exports = await import(join(process.cwd(), DIST, `${entry}.js`))
    expect(Object.keys(exports).sort()).toMatchSnapshot()
  },
)

it('the files that need a client say so first, and no others do', () => {
  const ofClient = files.filter((file) => file.endsWith('.js') && /^['"]use client['"]/.test(read(file)))
  const inSource = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && readFileSync(join('src', file), 'utf8').startsWith("'use client'"),
  )
  expect(ofClient.length).toBeGreaterThan(5)
  expect(ofClient.map((file) => file.replace(/\.js$/, '')).sort()).toEqual(
    inSource.map((file) => file.replace(/\.tsx?$/, '')).sort(),
  )
  // A server component prefetches with these.
  expect(ofClient).not.toContain('query/optimizationJobOptions.js')
  expect(ofClient).not.toContain('index.js')
})

it('every file of code has a declaration and, unless it only re-exports, a source map that holds its source', () => {
  const code = files.filter((file) => file.endsWith('.js') && !file.startsWith('_virtual'))
  for (const file of code) {
    expect(files).toContain(file.replace(/\.js$/, '.d.ts'))
    if (!files.includes(`${file}.map`)) expect(file).not.toContain('/')
    else if (JSON.parse(read(`${file}.map`)).mappings) {
      expect(JSON.parse(read(`${file}.map`)).sourcesContent, file).toHaveLength(1)
    }
  }
})

it('the entries without React import none', () => {
  const reached = new Set<string>()
  const follow = (file: string) => {
    if (reached.has(file)) return
    reached.add(file)
    for (const [, path = ''] of read(file).matchAll(/from "([^"]+)"/g)) {
      if (path.startsWith('.')) follow(join(file, '..', path))
      else reached.add(path)
    }
  }
  for (const entry of ['api.js', 'server.js', 'testing.js']) follow(entry)
  expect([...reached].filter((name) => !files.includes(name))).toEqual(['zod/mini'])
})

it('the tarball holds what was built and what a reader needs, and nothing else', () => {
  const [{ files: packed }] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }),
  )
  const paths: string[] = packed.map(({ path }: { path: string }) => path)
  const built = files.filter((file) => /\.\w+$/.test(file)).map((file) => `dist/${file}`)
  const read = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json']
  expect(paths.sort()).toEqual([...built, ...read].sort())
})

it('whatever is imported is a peer dependency, and Markdown alone needs the optional one', () => {
  const { peerDependencies, peerDependenciesMeta, dependencies } = manifest()
  const imported = files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) =>
      [...read(file).matchAll(/(?:from|import) ["']([^."'][^"']*)["']/g)].map(([, name = '']) => [
        file,
        name,
      ]),
    )
  const nameOf = (path = '') => path.split('/', path.startsWith('@') ? 2 : 1).join('/')
  expect(dependencies).toBeUndefined()
  expect([...new Set(imported.map(([, path]) => nameOf(path)))].sort()).toEqual(
    Object.keys(peerDependencies).sort(),
  )
  const optional = Object.keys(peerDependenciesMeta)
  expect(imported.filter(([, path]) => optional.includes(nameOf(path))).map(([file]) => file)).toEqual([
    'components/markdown/MarkdownSummary.js',
  ])
})

it('the peer ranges are those whose ends the matrix tests', () => {
  const { peerDependencies } = manifest()
  const matrix = readFileSync('scripts/testMatrix.mjs', 'utf8')
  expect(peerDependencies).toMatchObject({
    react: '^18.0.0 || ^19.0.0',
    '@tanstack/react-query': '^5.100.0',
    zod: '^4.0.0',
  })
  for (const oldest of ['react@18.0.0', '@tanstack/react-query@5.100.0', 'zod@4.0.0']) {
    expect(matrix).toContain(oldest)
  }
})

it('nothing but the stylesheet has an effect when it is imported', () => {
  expect(manifest().sideEffects).toEqual(['**/*.css'])
  // A call at the top of a module that is not marked as pure, or a write to something global.
  const effects = files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .map((line) => `${file}: ${line}`),
    )
    .filter((line) => /^\S+: (?:[\w.]+\(|globalThis|window|document|import ["'])/.test(line))
  expect(effects).toEqual([])
})

// Browsers find a rule by the class that its selector ends with. A list there has them try it on every element of the page.
it('no selector of the styles ends with a list', () => {
  const selectors = read('styles.css').match(/^.*:where\(.*(,|\{)$/gm) ?? []
  expect(selectors.length).toBeGreaterThan(100)
  expect(
    selectors.filter((selector) => /(^|[\s>+~]):where\([^()]*,[^()]*\)[\w:-]*[\s,{]*$/.test(selector)),
  ).toEqual([])
})
