import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'

const SCRIPT = fileURLToPath(new URL('../../scripts/checkRelease.mjs', import.meta.url))

const ADDRESSES = {
  repository: { type: 'git', url: 'git+https://git.example/team/name.git' },
  homepage: 'https://git.example/team/name#readme',
  bugs: { url: 'https://git.example/team/name/issues' },
}

/** Runs the check of a release in a folder with this package.json, and returns what it prints. */
function checkRelease(manifest: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'release-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '1.2.3', ...manifest }))
  writeFileSync(join(folder, 'CHANGELOG.md'), '# Changelog\n\n## 1.2.3 – 2026-11-27\n')
  try {
    return execFileSync('node', [SCRIPT], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    return String(error)
  }
}

it('a release with all addresses and a section in the changelog passes', () => {
  expect(checkRelease(ADDRESSES)).toBe('')
})

it.each(['repository', 'homepage', 'bugs'])('a release without %s fails', (name) => {
  expect(checkRelease({ ...ADDRESSES, [name]: undefined })).toMatch(`- ${name}`)
})

it('a release that the changelog does not mention fails', () => {
  expect(checkRelease({ ...ADDRESSES, version: '1.2.4' })).toContain('no section for 1.2.4')
})
