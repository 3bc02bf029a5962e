import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

const llms = read('llms.txt')
const [skillName = ''] = readdirSync(new URL('skills', root))
const skill = read(`skills/${skillName}/SKILL.md`)

test('llms.txt names every entry of the package', () => {
  const { name, exports } = JSON.parse(read('package.json'))
  const entries = Object.keys(exports)
    .filter((path) => path !== './package.json')
    .map((path) => name + path.slice(1))
  const words = llms.split(/[\s`']+/).map((word) => word.replace(/\.$/, ''))
  expect(entries.filter((entry) => !words.includes(entry))).toEqual([])
})

test.each(['guides', 'errors', 'reference'])('llms.txt links to every page of docs/%s', (folder) => {
  const pages = readdirSync(new URL(`docs/${folder}`, root)).map((file) => `docs/${folder}/${file}`)
  expect(pages.filter((page) => !llms.includes(`](${page})`))).toEqual([])
})

test('llms.txt has a title, a summary, and sections that are lists of links', () => {
  const [head = '', ...sections] = llms.replace(/\n<!--.*\n$/, '').split(/^## .*\n/m)
  expect(head).toMatch(/^# .+\n\n> .+\n/)
  for (const section of sections) expect(section).toMatch(/^\n(- \[[^\]]+\]\([^)]+\): .+\n)+\n?$/)
})

test('the skill has the metadata of the Agent Skills format and fewer than 200 lines', () => {
  const [, name, description = ''] =
    /^---\nname: (.+)\ndescription: (.+)\nlicense: MIT\n---\n/.exec(skill) ?? []
  expect(name).toBe(skillName)
  expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
  expect(description.length).toBeLessThanOrEqual(1024)
  // A plain YAML text can contain neither.
  expect(description).not.toMatch(/: | #/)
  expect(skill.split('\n').length).toBeLessThan(200)
})

test('the skill has every mistake of the guide with its code', () => {
  const guide = read('docs/guides/common-mistakes.md')
  const headings = [...guide.matchAll(/^## (.+)$/gm)].map(([, heading]) => `**${heading}.** `)
  const blocks = guide.match(/^```tsx?\n[\s\S]*?^```$/gm) ?? []
  expect(headings.length).toBeGreaterThan(10)
  expect([...headings, ...blocks].filter((part) => !skill.includes(part))).toEqual([])
})
