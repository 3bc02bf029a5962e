// Prints what a commit and this working copy cost in an app: `npm run size:compare -- main`. In GitHub Actions, the table is
// in the summary of the run, which needs no permission.
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formatSizeTable } from './sizes/formatSizeTable.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const commit = process.argv[2]
if (!commit) throw new Error('Usage: npm run size:compare -- COMMIT')

const table = formatSizeTable(measureCommit(commit), measure(root))
console.log(table)
if (process.env.GITHUB_STEP_SUMMARY) {
  appendFileSync(process.env.GITHUB_STEP_SUMMARY, `### Size, minified and gzipped\n\n${table}\n`)
}

/** @param {string} commit */
function measureCommit(commit) {
  const folder = mkdtempSync(join(tmpdir(), 'react-prompt-optimization-sizes-'))
  try {
    execFileSync('git', ['worktree', 'add', '--detach', folder, commit], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    execFileSync('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    return measure(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    execFileSync('git', ['worktree', 'prune'], { cwd: root })
  }
}

/**
 * @param {string} folder
 * @returns {{ name: string, size: number }[]}
 */
function measure(folder) {
  execFileSync('npm', ['run', 'build'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  const run = { cwd: folder, encoding: /** @type {const} */ ('utf8') }
  try {
    return JSON.parse(execFileSync('npx', ['size-limit', '--json'], run))
  } catch (error) {
    // Fails if a budget is exceeded, which `npm run check:package` reports.
    const { stdout } = /** @type {{ stdout: string }} */ (error)
    if (!stdout) throw error
    return JSON.parse(stdout)
  }
}
