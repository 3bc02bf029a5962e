// Runs before `npm publish` and in the release workflow: npm shows what is missing here, resolves the README's links and
// pictures by `repository`, and accepts the workflow's provenance for that repository only.
import { readFileSync } from 'node:fs'

const { version, repository, homepage, bugs } = JSON.parse(readFileSync('package.json', 'utf8'))
const address = repository?.url ?? ''
const headings = readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## (\S+)/gm)
const errors = [
  /^git\+https:\/\/\S+\.git$/.test(address)
    ? ''
    : 'repository.url is missing: git+https://HOST/OWNER/NAME.git',
  /^https:\/\/\S+$/.test(homepage ?? '') ? '' : 'homepage is missing: https://…',
  /^https:\/\/\S+$/.test(bugs?.url ?? '') ? '' : 'bugs.url is missing: https://…/issues',
  [...headings].some(([, heading]) => heading === version)
    ? ''
    : `CHANGELOG.md has no section for ${version}`,
  /^\* +@\S+/m.test(readFileSync('.github/CODEOWNERS', 'utf8'))
    ? ''
    : '.github/CODEOWNERS has no owner of all files: * @OWNER',
].filter(Boolean)

if (errors.length > 0) {
  console.error(
    `This version can't be published:\n- ${errors.join('\n- ')}\nSee "Releases" in CONTRIBUTING.md.`,
  )
  process.exit(1)
}
