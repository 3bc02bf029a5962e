import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { getReleaseLine } from '../../scripts/formatChangelog.mjs'
import { listTrackedFiles } from './listTrackedFiles.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const script = (name: string) => join(root, 'scripts', name)
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

const ADDRESSES = {
  repository: { type: 'git', url: 'git+https://git.example/team/name.git' },
  homepage: 'https://git.example/team/name#readme',
  bugs: { url: 'https://git.example/team/name/issues' },
}

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'release-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Runs the check of a release in a folder with these files, and returns what it prints. */
function checkRelease(
  manifest: object,
  { changelog = '## 1.2.3 – 2026-11-27', owners = '* @team' } = {},
): string {
  const folder = createFolder()
  mkdirSync(join(folder, '.github'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '1.2.3', ...manifest }))
  writeFileSync(join(folder, 'CHANGELOG.md'), `# Changelog\n\n${changelog}\n\n- A change.\n`)
  writeFileSync(join(folder, '.github/CODEOWNERS'), `# Owners\n${owners}\n`)
  try {
    return execFileSync('node', [script('checkRelease.mjs')], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch (error) {
    return String(error)
  }
}

it('a release with all addresses, an owner and a section in the changelog passes', () => {
  expect(checkRelease(ADDRESSES)).toBe('')
})

it('a section without a date, as changesets writes it, passes', () => {
  expect(checkRelease(ADDRESSES, { changelog: '## 1.2.3' })).toBe('')
})

it.each(['repository', 'homepage', 'bugs'])('a release without %s fails', (name) => {
  expect(checkRelease({ ...ADDRESSES, [name]: undefined })).toMatch(`- ${name}`)
})

it('a release that the changelog does not mention fails', () => {
  expect(checkRelease({ ...ADDRESSES, version: '1.2.4' })).toContain('no section for 1.2.4')
  expect(checkRelease(ADDRESSES, { changelog: '## 1.2.30' })).toContain('no section for 1.2.3')
})

it('a release of a repository without an owner fails', () => {
  expect(checkRelease(ADDRESSES, { owners: '#   * @OWNER' })).toContain('CODEOWNERS has no owner')
})

it('the lock file and the examples have the version of the package', () => {
  const { name, version } = readJson(join(root, 'package.json'))
  const lock = readJson(join(root, 'package-lock.json'))
  expect([lock.version, lock.packages[''].version]).toEqual([version, version])
  const versions = listTrackedFiles('*/package.json').map(
    (path) => readJson(join(root, path)).dependencies?.[name] ?? version,
  )
  expect(new Set(versions)).toEqual(new Set([version]))
})

it('the next version is copied to the lock file and the examples, which stay as npm formats them', () => {
  const folder = createFolder()
  for (const path of ['package.json', 'package-lock.json', 'examples/next/package.json']) {
    cpSync(join(root, path), join(folder, path))
  }
  const { version } = readJson(join(folder, 'package.json'))
  const before = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  writeFileSync(
    join(folder, 'package.json'),
    readFileSync(join(folder, 'package.json'), 'utf8').replace(version, '9.8.7'),
  )
  execFileSync('node', [script('syncVersion.mjs')], { cwd: folder })

  const after = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  expect(after.replaceAll('9.8.7', version)).toBe(before)
  expect(after.match(/9\.8\.7/g)).toHaveLength(2)
  expect(readFileSync(join(folder, 'examples/next/package.json'), 'utf8')).toContain(
    '"react-prompt-optimization": "9.8.7"',
  )
})

it('the changelog has the text of a changeset as one item, without a hash', () => {
  expect(getReleaseLine({ summary: 'Poll at once.\n\nAfter sleep.\n' })).toBe(
    '- Poll at once.\n\n  After sleep.\n',
  )
})
