// Runs before `npm publish`: npm shows what is missing here, and resolves the README's links and pictures by `repository`.
import { readFileSync } from 'node:fs'

const { version, repository, homepage, bugs } = JSON.parse(readFileSync('package.json', 'utf8'))
const address = repository?.url ?? ''
const errors = [
  /^git\+https:\/\/\S+\.git$/.test(address)
    ? ''
    : 'repository.url is missing: git+https://HOST/OWNER/NAME.git',
  /^https:\/\/\S+$/.test(homepage ?? '') ? '' : 'homepage is missing: https://…',
  /^https:\/\/\S+$/.test(bugs?.url ?? '') ? '' : 'bugs.url is missing: https://…/issues',
  readFileSync('CHANGELOG.md', 'utf8').includes(`\n## ${version} `)
    ? ''
    : `CHANGELOG.md has no section for ${version}`,
].filter(Boolean)

if (errors.length > 0) {
  console.error(
    `This version can't be published:\n- ${errors.join('\n- ')}\nSee "Releases" in CONTRIBUTING.md.`,
  )
  process.exit(1)
}
