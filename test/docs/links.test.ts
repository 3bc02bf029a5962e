import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { listTrackedFiles } from './listTrackedFiles.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const documents = [...listTrackedFiles('*.md'), 'llms.txt']

/** Document without code blocks, whose contents are not links or headings. */
function read(path: string): string {
  return readFileSync(join(root, path), 'utf8').replace(/^```[\s\S]*?^```$/gm, '')
}

/** GitHub's heading anchors: duplicates are numbered. */
function getAnchors(path: string): string[] {
  const names = [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  )
  return names.map((name, index) => {
    const count = names.slice(0, index).filter((other) => other === name).length
    return count === 0 ? name : `${name}-${count}`
  })
}

test.each(documents)('%s has no broken relative links', (document) => {
  const links = [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  const broken = links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false
    const [file, anchor] = decodeURI(link).split('#')
    const path = file ? join(dirname(document), file) : document
    if (!existsSync(join(root, path))) return true
    return anchor !== undefined && !getAnchors(path).includes(anchor)
  })
  expect(broken).toEqual([])
})

test.each(documents)('%s names files that exist', (document) => {
  const names = read(document).match(
    /(?<=`)(?:src|test|stories|scripts|bench|\.storybook|\.github)\/[\w./-]+(?=`)/g,
  )
  expect((names ?? []).filter((name) => !existsSync(join(root, name)))).toEqual([])
})
