import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPackage } from '../reference/readPackage.mjs'

/** @typedef {ReturnType<typeof readSources>} Sources */

/**
 * Reads what the documents for coding agents are made from.
 *
 * @param {string} root
 */
export function readSources(root) {
  /** @param {string} path */
  const read = (path) => readFileSync(join(root, path), 'utf8')
  return {
    manifest: JSON.parse(read('package.json')),
    readme: read('README.md'),
    mistakes: read('docs/guides/common-mistakes.md'),
    errorPages: readdirSync(join(root, 'docs/errors'))
      .sort()
      .map((file) => ({ code: file.replace(/\.md$/, ''), text: read(`docs/errors/${file}`) })),
    entries: readPackage(root),
  }
}
