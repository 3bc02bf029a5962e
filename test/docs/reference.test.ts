import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../../docs/reference/', import.meta.url)

test.each(readdirSync(folder))('docs/reference/%s names props by types that readers can find', (page) => {
  const names = readFileSync(new URL(page, folder), 'utf8').match(/^Props: `\w+`/gm)
  expect(names).toBeNull()
})
