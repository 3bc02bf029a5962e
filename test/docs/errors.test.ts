import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { en } from '../../src/labels/en.js'
import type { ErrorKey } from '../../src/labels/getErrorKey.js'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

const sources = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, code: varying(read(`src/${path}`)) }))

/** `…` for what varies, and texts that were written in parts in one. */
function varying(code: string): string {
  return code
    .replace(/\$\{[^{}]*\}/g, '…')
    .replace(/…(?: …)+/g, '…')
    .replace(/['`] \+\s*['`]/g, '')
}

/** What a document quotes: lines of code that begin with `> `, and code in the first column of a table. */
function quotesIn(document: string): string[] {
  const quotes = document.matchAll(/^> `(.+)`$|^\| `([^`]+)` \|/gm)
  return [...quotes].map(([, line, cell]) => line ?? cell ?? '')
}

const quotes = quotesIn(read('docs/errors.md'))

test('docs/errors.md quotes what the source says', () => {
  const code = sources.map((source) => source.code).join('\n')
  const unknown = quotes.filter((quote) => !code.includes(quote.replace(/^…|…$/g, '')))
  expect(quotes.length).toBeGreaterThan(60)
  expect(unknown).toEqual([])
})

test('docs/errors.md has every error and warning of the source', () => {
  const raised =
    /(?:new (?:\w*Error|HttpError)|failure|invalidRequest|warnOnce)\(\s*(?:\w+,\s*|\(\) =>\s*)?(?:'([^'\n]+)'|`([^`]+)`|"([^"\n]+)")/g
  // What the simulated service refuses is for the author of a test, who reads it in the answer.
  const messages = sources
    .filter(({ path }) => !/simulator\/(handleRequest|readStartBody)/.test(path))
    .flatMap(({ code }) => [...code.matchAll(raised)].map(([, ...texts]) => texts.find(Boolean) ?? ''))
    // What varies may hold texts of its own: it is cut there.
    .map((message) => message.replace(/\$\{.*$/s, '').trim())
    .filter((message) => /\w/.test(message))
  const text = quotes.join('\n')
  expect(messages.length).toBeGreaterThan(40)
  expect(messages.filter((message) => !text.includes(message))).toEqual([])
})

test('docs/errors.md has every sentence about trouble that is shown', () => {
  const words = [...read('src/labels/getErrorKey.ts').matchAll(/^ {2}\| '([\w-]+)'/gm)].map(
    ([, word]) => word,
  )
  const sentences = words.flatMap((word) => [en.error(word as ErrorKey), en.projectError(word as ErrorKey)])
  expect(words.length).toBeGreaterThan(10)
  expect(sentences.filter((sentence) => !quotes.includes(sentence))).toEqual([])
})
