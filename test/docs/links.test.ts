import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)))

/** Without its blocks of code, which hold no links and no headings. */
function read(path: string): string {
  return readFileSync(join(root, path), 'utf8').replace(/^```[\s\S]*?^```$/gm, '')
}

/** The anchors that GitHub gives to headings: a name that is taken is numbered. */
function anchorsOf(path: string): string[] {
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

test.each(documents)('every link of %s leads somewhere', (document) => {
  const links = [...read(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  const dead = links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false
    const [file, anchor] = decodeURI(link).split('#')
    const path = file ? join(dirname(document), file) : document
    if (!existsSync(join(root, path))) return true
    return anchor !== undefined && !anchorsOf(path).includes(anchor)
  })
  expect(dead).toEqual([])
})
