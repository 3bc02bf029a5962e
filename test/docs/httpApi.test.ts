import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  datasetPageSchema,
  environmentPageSchema,
  promptTemplatePageSchema,
} from '../../src/core/catalogSchema.js'
import { isKnownStatus, toPhase } from '../../src/core/phase.js'
import { promptVersionSchema } from '../../src/core/promptVersionSchema.js'
import {
  errorBodySchema,
  optimizationJobPageSchema,
  optimizationJobSchema,
  startedOptimizationJobSchema,
} from '../../src/core/schema.js'
import { testRunPageSchema, testRunSchema } from '../../src/core/testRunSchema.js'
import { toUtcDateTime } from '../../src/core/toUtcDateTime.js'
import { createCallMatcher, OPTIONAL_OPERATIONS } from '../../src/proxy/createCallMatcher.js'
import { createJobSimulator } from '../../src/testing.js'

const page = readFileSync(new URL('../../docs/http-api.md', import.meta.url), 'utf8')

/** The text below a heading of the second level. */
function getSection(heading: string): string {
  const [, section = ''] = page.split(`\n## ${heading}\n`)
  return section.split('\n## ')[0] ?? ''
}

const getExamples = (heading: string) =>
  [...getSection(heading).matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, json = '']) => JSON.parse(json))

test.each([
  ['Job', 0, optimizationJobSchema],
  ['List of jobs', 0, optimizationJobPageSchema],
  ['Start', 1, startedOptimizationJobSchema],
  ['Prompt templates', 0, promptTemplatePageSchema],
  ['Prompt versions', 0, promptVersionSchema],
  ['Environments', 0, environmentPageSchema],
  ['Datasets', 0, datasetPageSchema],
  ['Test runs', 0, testRunPageSchema],
  ['Test runs', 1, testRunSchema],
  ['Errors', 0, errorBodySchema],
])('the client reads example %s %i of docs/http-api.md completely', (heading, index, schema) => {
  const result = JSON.stringify(schema.parse(getExamples(heading)[index]))
  // Of lists, unreadable items would be left out.
  expect(result).not.toMatch(/"(items|jobs|testRuns)":\[\]|"kind":"other"/)
})

test('docs/http-api.md has the fields of the simulated service', async () => {
  const projectId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
  const simulator = createJobSimulator()
  const jobId = simulator.addJob({ projectId, ageMs: 3_600_000 })
  const read = async (path: string) => {
    const response = await simulator(new Request(`https://service.test/api/v2${path}`))
    return response.json()
  }
  const project = `/projects/${projectId}`
  const job = await read(`${project}/prompt-optimization-jobs/${jobId}`)
  const version = `${project}/prompt-templates/id/${job.prompt_template_id}/versions/${job.original_version_id}`
  const pages: [heading: string, index: number, path: string][] = [
    ['Job', 0, `${project}/prompt-optimization-jobs/${jobId}`],
    ['List of jobs', 0, `${project}/prompt-optimization-jobs`],
    ['Prompt templates', 0, `${project}/prompt-templates`],
    ['Prompt versions', 0, version],
    ['Environments', 0, '/environments'],
    ['Datasets', 0, `${project}/prompt-datasets`],
    ['Test runs', 0, `${project}/test-runs`],
    ['Test runs', 1, `${project}/test-runs/id/${job.test_run_id}`],
  ]
  for (const [heading, index, path] of pages) {
    const [documented, simulated] = [getExamples(heading)[index], await read(path)]
    expect(Object.keys(documented).sort(), path).toEqual(Object.keys(simulated).sort())
    const [row, simulatedRow] = [documented, simulated].map(
      (body) => (body.data ?? body.test_runs ?? [{}])[0],
    )
    expect(Object.keys(row).sort(), path).toEqual(Object.keys(simulatedRow).sort())
  }
})

test('docs/http-api.md lists every operation of the proxy with its call', () => {
  const matchCall = createCallMatcher({ basePath: '', allow: OPTIONAL_OPERATIONS as never })
  const rows = [...getSection('Calls').matchAll(/^\| `(GET|POST) ([^?`]+)(\?[^`]*)?` \|.*\| `(\w+)`/gm)]
  for (const [, method = '', path = '', parameters = '', operation] of rows) {
    const query = parameters.slice(1).replace(/\w+/g, '$&=1')
    const match = matchCall({
      method,
      url: `https://app.test${path.replace(/\{(\w+)\}/g, '$1')}?x=1&${query}`,
    })
    expect(match.call.operation).toBe(operation)
    expect(match.path.split('?')[1] ?? '').toBe(query)
  }
  expect(rows.map(([, , , , operation]) => operation).sort()).toEqual(
    ['getJob', 'listJobs', ...OPTIONAL_OPERATIONS].sort(),
  )
})

test('docs/http-api.md lists every status with its phase', () => {
  const rows = [...getSection('Statuses').matchAll(/^\| `(\w+)` \| (.+) \|$/gm)]
  const listed = rows.flatMap(([, phase, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, status = '']) => ({ status, phase })),
  )
  for (const { status, phase } of listed) {
    expect(isKnownStatus(status)).toBe(true)
    expect(toPhase(status, null, null)).toBe(phase)
  }
  const source = readFileSync(new URL('../../src/core/phase.ts', import.meta.url), 'utf8')
  const [, statuses = ''] = /const STATUSES[^{]*\{([^}]*)\}/.exec(source) ?? []
  const known = [...statuses.matchAll(/'([^']+)'/g)].flatMap(([, list = '']) => list.split(' '))
  expect(listed.map(({ status }) => status)).toEqual(known)
})

test('the client reads every form of a date in docs/http-api.md', () => {
  const [date, ...offsets] = [...getSection('Dates').matchAll(/`([\d+Z][^`]*)`/g)].map(
    ([, text = '']) => text,
  )
  expect(offsets).toHaveLength(4)
  for (const offset of ['', ...offsets])
    expect(toUtcDateTime(`${date}.123456${offset}`)).toBe('2026-01-15T09:30:00.123Z')
})
