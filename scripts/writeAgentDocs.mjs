// Generates llms.txt and the skill for coding agents from README.md, docs and src; --check fails if one is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSources } from './agentDocs/readSources.mjs'
import { renderLlmsTxt } from './agentDocs/renderLlmsTxt.mjs'
import { renderSkill, SKILL_PATH } from './agentDocs/renderSkill.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = readSources(root)
const documents = Object.entries({ 'llms.txt': renderLlmsTxt(sources), [SKILL_PATH]: renderSkill(sources) })

if (process.argv.includes('--check')) {
  const stale = documents.filter(([path, text]) => {
    const file = join(root, path)
    return !existsSync(file) || readFileSync(file, 'utf8') !== text
  })
  if (stale.length > 0) {
    console.error(`Out of date: ${stale.map(([path]) => path).join(', ')}.\nRun: npm run docs:reference`)
    process.exit(1)
  }
  console.log(`llms.txt and ${SKILL_PATH} are up to date.`)
} else {
  for (const [path, text] of documents) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}
