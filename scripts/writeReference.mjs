// Generates docs/reference from the TSDoc comments in src; --check fails if it is out of date.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPackage } from './reference/readPackage.mjs'
import { renderReference } from './reference/renderReference.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'docs/reference')
const { pages, errors } = renderReference(readPackage(root))

if (errors.length > 0) {
  console.error(
    `${errors.join('\n')}\n\nAdd a TSDoc comment to every export and its members: see CONTRIBUTING.md.`,
  )
  process.exit(1)
}
mkdirSync(folder, { recursive: true })
const present = readdirSync(folder)
if (process.argv.includes('--check')) {
  const stale = [...pages]
    .filter(([name, text]) => !present.includes(name) || read(name) !== text)
    .map(([name]) => name)
  const leftOver = present.filter((name) => !pages.has(name))
  if (stale.length + leftOver.length > 0) {
    console.error(
      `docs/reference is out of date: ${[...stale, ...leftOver].join(', ')}.\nRun: npm run docs:reference`,
    )
    process.exit(1)
  }
  console.log(`docs/reference is up to date: ${pages.size} pages.`)
} else {
  for (const name of present) rmSync(join(folder, name))
  for (const [name, text] of pages) writeFileSync(join(folder, name), text)
}

/** @param {string} name */
function read(name) {
  return readFileSync(join(folder, name), 'utf8')
}
