import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

const sources = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, code: read(`src/${path}`).replace(/^\s*\*.*$/gm, '') }))

/** The kinds of `OptimizationError`, the codes of `ProxyError`, and the pages that other messages end with. */
function getCodes(): string[] {
  const code = sources.map((source) => source.code).join('\n')
  const unions = code.matchAll(/type (?:OptimizationErrorKind|ProxyErrorCode) =(?:\s+\| '[\w-]+')+/g)
  const members = [...unions].flatMap(([union]) => [...union.matchAll(/'([\w-]+)'/g)])
  const pages = code.matchAll(/See node_modules\/react-prompt-optimization\/docs\/errors\/([\w-]+)\.md/g)
  return [...new Set([...members, ...pages].map(([, name = '']) => name))].sort()
}

const codes = getCodes()
const pages = readdirSync(new URL('docs/errors', root)).sort()

test('docs/errors has one page for every error code of the source', () => {
  expect(codes.length).toBeGreaterThan(20)
  expect(pages).toEqual(codes.map((code) => `${code}.md`))
})

test('docs/errors.md links to the page of every error code', () => {
  const links = [...read('docs/errors.md').matchAll(/\[`([\w-]+)`\]\(errors\/\1\.md\)/g)]
  expect([...new Set(links.map(([, code]) => code))].sort()).toEqual(codes)
})

test.each(codes)('the page of %s has a cause, consequences, a way out and an example', (code) => {
  const page = read(`docs/errors/${code}.md`)
  expect(page.split('\n')[0]).toBe(`# \`${code}\``)
  expect(page).toMatch(/\n\*\*What follows\.\*\* [\s\S]*\n\*\*What to do\.\*\* [\s\S]*\n```tsx?\n/)
})

test('an error without a code ends with its page', () => {
  const thrown = /throw new (?:Type|Range)?Error\(\s*(?:[^()]|\([^()]*\))*\)/g
  const statements = sources.flatMap(({ path, code }) =>
    [...code.matchAll(thrown)].map(([statement]) => `${path}: ${statement}`),
  )
  expect(statements.length).toBeGreaterThan(10)
  expect(statements.filter((statement) => !/docs\/errors\/|SEE_ERROR_PAGE/.test(statement))).toEqual([
    // The simulated error is one of the platform.
    "testing/simulator/respondWithFault.ts: throw new TypeError('The simulator reset the connection')",
  ])
})
