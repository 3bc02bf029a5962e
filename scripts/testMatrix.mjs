// Runs the unit tests with the oldest and newest supported peer dependencies, each in its own copy.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const MATRIX = {
  'oldest peers': [
    'react@18.0.0',
    'react-dom@18.0.0',
    'react-test-renderer@18.0.0',
    '@tanstack/react-query@5.100.0',
    'zod@4.0.0',
  ],
  'newest React 18, and zod 3': ['react@18', 'react-dom@18', 'react-test-renderer@18', 'zod@3.25.73'],
  'newest peers': ['react@19', 'react-dom@19', 'react-test-renderer@19', '@tanstack/react-query@5', 'zod@4'],
}

const filter = process.argv[2]
for (const [name, versions] of Object.entries(MATRIX)) {
  if (filter && !name.includes(filter)) continue
  console.log(`\n${name}: ${versions.join(' ')}`)
  const copy = mkdtempSync(join(tmpdir(), 'react-prompt-optimization-'))
  try {
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
    })
    for (const file of files.toString().split('\n').filter(Boolean)) {
      cpSync(join(root, file), join(copy, file), { recursive: true, force: true })
    }
    const run = (/** @type {string} */ command, /** @type {string[]} */ args) =>
      execFileSync(command, args, { cwd: copy, stdio: 'inherit' })
    run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'])
    // The type packages are not downgraded: the matrix tests runtime behavior only.
    run('npm', [
      'install',
      '--no-save',
      '--force',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...versions,
    ])
    if (versions.every((version) => isInstalled(version.replace(/@[^@]+$/, ''), copy))) {
      console.log('They are the versions that npm test runs with.')
      continue
    }
    // The docs tests do not depend on peers.
    const projects = ['--project', 'node', '--project', 'jsdom', '--exclude', 'test/docs/**']
    run('npx', ['vitest', 'run', ...projects, '--reporter=dot', '--silent'])
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/**
 * Whether this folder has the same version as the copy.
 * @param {string} name
 * @param {string} copy
 */
function isInstalled(name, copy) {
  const [own, its] = [root, copy].map((folder) => {
    const path = join(folder, 'node_modules', name, 'package.json')
    return JSON.parse(readFileSync(path, 'utf8')).version
  })
  return own === its
}
