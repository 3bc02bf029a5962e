import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const TOKEN = /--rpo-[a-z][\w-]*\w/g

/** The texts of the files below the folders, of these extensions. */
function read(folders: readonly string[], extension: RegExp): string {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => extension.test(file))
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    )
    .join('\n')
}

const find = (text: string) => new Set(text.match(TOKEN))

const declared = find(read(['src/styles'], /\.css$/))

test('documents and stories name no token that the styles lack', () => {
  const named = find(
    read(['docs', 'stories', 'examples'], /\.(md|mdx|tsx|css)$/) + readFileSync('README.md', 'utf8'),
  )
  expect([...named].filter((token) => !declared.has(token))).toEqual([])
})

test('the guide to theming names every token', () => {
  const named = find(readFileSync('docs/guides/theming.md', 'utf8'))
  expect([...declared].filter((token) => !named.has(token))).toEqual([])
})
