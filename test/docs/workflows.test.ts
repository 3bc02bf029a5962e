import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { listTrackedFiles } from './listTrackedFiles.js'

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}

interface Job {
  permissions?: Record<string, string>
  'timeout-minutes'?: number
  steps: Step[]
}

interface Workflow {
  on: Record<string, unknown>
  permissions?: Record<string, string>
  jobs: Record<string, Job>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const WORKFLOWS = '.github/workflows'
const ACTIONS = '.github/actions'
const names = readdirSync(join(root, WORKFLOWS))
const workflows = Object.fromEntries(
  names.map((name) => [name, parse(read(`${WORKFLOWS}/${name}`)) as Workflow]),
)
const files = [
  ...names.map((name) => `${WORKFLOWS}/${name}`),
  ...readdirSync(join(root, ACTIONS)).map((name) => `${ACTIONS}/${name}/action.yml`),
]
const jobs = Object.entries(workflows).flatMap(([name, workflow]) =>
  Object.entries(workflow.jobs).map(([job, value]) => [`${name}: ${job}`, value] as const),
)
const steps = jobs.flatMap(([, job]) => job.steps)
const commandsOf = (someJobs: Job[]) =>
  someJobs
    .flatMap((job) => job.steps.flatMap(({ run, with: inputs }) => [run, inputs?.['script']]))
    .join('\n')

const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts
const isTest = (script: string) => /^test(:|$)/.test(script) && script !== 'test:all'
const tests = Object.keys(scripts).filter(isTest)

/** Names of the npm scripts in some commands, and of those that they call. */
function findScripts(commands: string): Set<string> {
  const called = [...commands.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(test)\b)/g)].map(
    ([, script, short]) => script ?? short ?? '',
  )
  return new Set(called.flatMap((script) => [script, ...findScripts(scripts[script] ?? '')]))
}

/** The commands of `.ci/run`, with its loop written out. */
function readCiRun(): string {
  const script = read('.ci/run')
  const items = /^for name in (.+); do$/m.exec(script)?.[1]?.split(' ') ?? []
  return items.map((item) => script.replaceAll('$name', item)).join('\n')
}

test.each(files)('%s pins actions to commits, with their versions', (path) => {
  const actions = read(path)
    .split('\n')
    .filter((line) => line.includes('uses:') && !line.includes('uses: ./'))
  const unpinned = actions.filter((line) => !/uses: [\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(line))
  expect(unpinned).toEqual([])
})

it('an action has the same commit and version everywhere', () => {
  const pins = files.flatMap((path) => [...read(path).matchAll(/uses: ([\w-]+\/[\w-]+)\S*@(.+)/g)])
  const byAction = new Map(pins.map(([, action, pin]) => [action, pin]))
  expect(pins.filter(([, action, pin]) => byAction.get(action) !== pin).map(([line]) => line)).toEqual([])
})

it('workflows may do no more than this', () => {
  const stated = {
    'ci.yml': { contents: 'read' },
    'mutation.yml': { contents: 'read' },
    'pull-request.yml': { contents: 'read' },
    'release.yml': {},
  }
  expect(Object.fromEntries(Object.entries(workflows).map(([name, { permissions }]) => [name, permissions])))
    // Without `permissions`, a workflow may do whatever the repository's settings allow.
    .toEqual(stated)
  expect(
    Object.fromEntries(
      jobs.filter(([, job]) => job.permissions).map(([name, job]) => [name, job.permissions]),
    ),
  ).toEqual({
    'release.yml: select-mode': { contents: 'read' },
    'release.yml: version': { contents: 'write', 'pull-requests': 'write' },
    'release.yml: pack': { contents: 'read' },
    'release.yml: publish': { contents: 'write', 'id-token': 'write' },
  })
})

it('no workflow has a secret, leaves its token to later steps, or runs code of forks with permissions', () => {
  expect(files.filter((path) => /secrets\.|secrets:|_TOKEN/.test(read(path)))).toEqual([])
  expect(
    names.filter((name) => /pull_request_target|workflow_run/.test(read(`${WORKFLOWS}/${name}`))),
  ).toEqual([])
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
  expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([])
})

it('the job that npm trusts runs no scripts of packages', () => {
  const commands = workflows['release.yml']?.jobs['publish']?.steps.flatMap(({ run }) => run ?? [])
  expect(commands).toEqual(['npm ci --ignore-scripts --no-audit --no-fund'])
})

it('every job has a time limit', () => {
  expect(jobs.filter(([, job]) => !job['timeout-minutes']).map(([name]) => name)).toEqual([])
})

it('a step is one command, so that everything also runs elsewhere', () => {
  const commands = steps.flatMap(({ run }) => run ?? [])
  expect(
    commands.filter((command) => !/^(npm (ci|test|run)|bash scripts\/\w+\.sh)( [\w:."$-]+)*$/.test(command)),
  ).toEqual([])
})

it('workflows call scripts that exist', () => {
  const called = [...findScripts(commandsOf(jobs.map(([, job]) => job)))]
  expect(called).toContain('test:unit')
  expect(called.filter((script) => !scripts[script])).toEqual([])
  const files = commandsOf(jobs.map(([, job]) => job)).match(/\bscripts\/[\w.]+/g) ?? []
  expect(files.filter((file) => !listTrackedFiles(file).length)).toEqual([])
})

it('every test runs in a workflow', () => {
  const run = findScripts(
    commandsOf(jobs.filter(([name]) => !name.startsWith('release.yml')).map(([, job]) => job)),
  )
  // `test` is the list of those that are jobs of their own.
  expect(tests.filter((script) => script !== 'test' && !run.has(script))).toEqual([])
})

it('every test is part of test:all', () => {
  const run = findScripts(scripts['test:all'] ?? '')
  expect(tests.filter((script) => !run.has(script))).toEqual([])
})

it('.ci/run has all that CI has on pushes, and every test but the mutations', () => {
  const run = findScripts(readCiRun())
  const onPush = findScripts(commandsOf(Object.values(workflows['ci.yml']?.jobs ?? {})))
  expect([...onPush].filter((script) => !run.has(script))).toEqual([])
  expect(tests.filter((script) => !run.has(script))).toEqual(['test:mutation'])
})

it('Dependabot updates every folder with a package.json or an action', () => {
  const { updates } = parse(read('.github/dependabot.yml'))
  const folders = (ecosystem: string) =>
    updates
      .filter((update: { 'package-ecosystem': string }) => update['package-ecosystem'] === ecosystem)
      .flatMap((update: { directories: string[] }) => update.directories)
      .sort()
  const foldersOf = (pattern: string) =>
    listTrackedFiles(pattern).map((path) => `/${path.split('/').slice(0, -1).join('/')}`)
  expect(folders('npm')).toEqual([...foldersOf('package.json'), ...foldersOf('*/package.json')].sort())
  expect(folders('github-actions')).toEqual(['/', ...foldersOf('.github/actions/*/action.yml')].sort())
})
