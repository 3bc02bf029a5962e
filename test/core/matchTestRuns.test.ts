import { describe, expect, it } from 'vitest'
import { findOtherTestRun, getTestedVersion } from '../../src/core/matchTestRuns.js'
import type { PromptVersion, TestRun, TestRunSummary } from '../../src/outcome.js'

const version = (versionName: string | null): PromptVersion => ({
  versionId: null,
  promptName: 'Support reply',
  versionName,
  description: null,
  provider: null,
  model: null,
  parameters: {},
  messages: [],
  toolSchema: null,
  outputSchema: null,
})
const versions = { original: version('v12'), optimized: version('v13') }
const job = { createdAt: '2026-01-15T09:30:00.500Z', completedAt: '2026-01-15T09:40:00Z' }

const summary = (changes: Partial<TestRunSummary> = {}): TestRunSummary => ({
  testRunId: 'other',
  name: null,
  description: null,
  createdAt: '2026-01-15T09:35:00Z',
  promptName: 'Support reply',
  promptVersion: 'v12',
  sessionsCount: null,
  status: 'complete',
  ...changes,
})
const testRun: TestRun = {
  ...summary({ testRunId: 'own', promptVersion: 'v13' }),
  modelName: null,
  criteria: [],
}

describe('getTestedVersion', () => {
  it.each([
    ['v12', 'original'],
    ['v13', 'optimized'],
    ['v14', null],
    [null, null],
  ])('of %s is %s', (promptVersion, expected) => {
    expect(getTestedVersion({ promptVersion }, versions)).toBe(expected)
  })

  it('is not known where both versions have one name, or none', () => {
    const same = { original: version('v12'), optimized: version('v12') }
    expect(getTestedVersion({ promptVersion: 'v12' }, same)).toBeNull()
    const unnamed = { original: version(null), optimized: version(null) }
    expect(getTestedVersion({ promptVersion: null }, unnamed)).toBeNull()
  })
})

describe('findOtherTestRun', () => {
  const find = (...candidates: TestRunSummary[]) => findOtherTestRun(job, testRun, versions, candidates)

  it('finds that of the other version, which was created during the job', () => {
    expect(find(summary(), { ...testRun, status: 'complete' })?.testRunId).toBe('other')
    const baseline = { ...testRun, promptVersion: 'v12' }
    const other = summary({ promptVersion: 'v13' })
    expect(findOtherTestRun(job, baseline, versions, [other])).toBe(other)
  })

  it.each<[string, Partial<TestRunSummary>]>([
    ['the same version', { promptVersion: 'v13' }],
    ['a third version', { promptVersion: 'v11' }],
    ['another prompt', { promptName: 'Order classifier' }],
    ['the job’s own', { testRunId: 'own' }],
    ['before the job', { createdAt: '2026-01-15T09:29:58Z' }],
    ['after the job', { createdAt: '2026-01-15T09:40:01Z' }],
    ['an unknown time', { createdAt: null }],
  ])('leaves out %s', (_, changes) => {
    expect(find(summary(changes))).toBeNull()
  })

  it('takes a time in the second in which the job was created', () => {
    expect(find(summary({ createdAt: '2026-01-15T09:30:00Z' }))).not.toBeNull()
  })

  it('takes none of two', () => {
    expect(find(summary(), summary({ testRunId: 'another' }))).toBeNull()
  })

  it('finds none while the end of the job is not known', () => {
    expect(findOtherTestRun({ ...job, completedAt: null }, testRun, versions, [summary()])).toBeNull()
  })
})
