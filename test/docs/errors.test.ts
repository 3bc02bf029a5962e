import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ErrorKey } from '../../src/labels/getErrorKey.js'
import { en } from '../../src/locales/en.js'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

const sources = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, code: normalizeStrings(read(`src/${path}`)) }))

/** Replaces interpolations with `…`, joins concatenated strings, and removes the page at the end of a message. */
function normalizeStrings(code: string): string {
  return code
    .replace(/\$\{SEE_ERROR_PAGE\}/g, '')
    .replace(/ (['`]) \+\s*'See node_modules\/[\w/-]+\.md'/g, '$1')
    .replace(/\$\{[^{}]*\}/g, '…')
    .replace(/…(?: …)+/g, '…')
    .replace(/['`] \+\s*['`]/g, '')
}

/** Quoted messages: code in lines that start with `> ` and in the first column of tables. */
function getQuotes(document: string): string[] {
  const quotes = document.matchAll(/^> `(.+)`$|^\| `([^`]+)` \|/gm)
  return [...quotes].map(([, line, cell]) => line ?? cell ?? '')
}

const quotes = getQuotes(read('docs/errors.md'))

test('docs/errors.md quotes only messages of the source', () => {
  const code = sources.map((source) => source.code).join('\n')
  const unknown = quotes.filter((quote) => !code.includes(quote.replace(/^…|…$/g, '')))
  expect(quotes.length).toBeGreaterThan(60)
  expect(unknown).toEqual([])
})

test('docs/errors.md contains every error and warning of the source', () => {
  const raised =
    /(?:new (?:\w*Error|HttpError)|createError|invalidRequest|warnOnce)\(\s*(?:\w+,\s*|\(\) =>\s*)?(?:'([^'\n]+)'|`([^`]+)`|"([^"\n]+)")/g
  // Error responses of the simulator are not documented.
  const messages = sources
    .filter(
      ({ path }) => !/simulator\/(handleRequest|paginate|readCatalog|readResults|readStartBody)/.test(path),
    )
    .flatMap(({ code }) => [...code.matchAll(raised)].map(([, ...texts]) => texts.find(Boolean) ?? ''))
    // Interpolations can contain strings: keep only the text before them.
    .map((message) => message.replace(/\$\{.*$/s, '').trim())
    .filter((message) => /\w/.test(message))
  const text = quotes.join('\n')
  expect(messages.length).toBeGreaterThan(40)
  expect(messages.filter((message) => !text.includes(message))).toEqual([])
})

test('docs/errors.md contains every error label', () => {
  const keys = [...read('src/labels/getErrorKey.ts').matchAll(/^ {2}\| '([\w-]+)'/gm)].map(([, key]) => key)
  const labels = keys.flatMap((key) => [en.error(key as ErrorKey), en.projectError(key as ErrorKey)])
  expect(keys.length).toBeGreaterThan(10)
  expect(labels.filter((label) => !quotes.includes(label))).toEqual([])
})
