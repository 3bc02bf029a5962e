import { describe, expect, it } from 'vitest'
import { formatIssues } from '../../src/core/formatIssues.js'
import {
  optimizationJobPageSchema,
  optimizationJobSchema,
  startedOptimizationJobSchema,
} from '../../src/core/schema.js'
import { asJobInput, validateStartInput } from '../../src/core/startInput.js'
import { buildJob } from '../../src/testing.js'

const REQUIRED = [
  'job_id',
  'status',
  'prompt_template_id',
  'original_version_id',
  'run_test_after_optimization',
  'created_at',
]
const OPTIONAL = [
  'optimized_version_id',
  'test_run_id',
  'comparison_id',
  'changes_summary',
  'error_message',
  'data_sources_used',
  'completed_at',
  'progress',
]

function getIssues(wire: unknown): string {
  const result = optimizationJobSchema.safeParse(wire)
  if (result.success) throw new Error('expected the schema to reject this')
  return formatIssues(result.error.issues)
}

describe('optimizationJobSchema', () => {
  it('parses every field of the documented example', () => {
    const wire = {
      job_id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
      status: 'running',
      prompt_template_id: 'template',
      original_version_id: 'original',
      run_test_after_optimization: true,
      created_at: '2023-11-07T05:31:56Z',
      optimized_version_id: null,
      test_run_id: null,
      comparison_id: null,
      changes_summary: null,
      error_message: null,
      data_sources_used: { human_labels_count: 123, customer_feedback_count: 45 },
      completed_at: null,
      progress: { step: 2, total_steps: 4, step_name: 'Optimizing prompt' },
    }
    expect(optimizationJobSchema.parse(wire)).toEqual({
      jobId: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
      status: 'running',
      phase: 'running',
      isCancelling: false,
      promptTemplateId: 'template',
      originalVersionId: 'original',
      optimizedVersionId: null,
      createdAt: '2023-11-07T05:31:56.000Z',
      completedAt: null,
      runTestAfterOptimization: true,
      testRunId: null,
      comparisonId: null,
      changesSummary: null,
      errorMessage: null,
      dataSourcesUsed: { humanLabelsCount: 123, customerFeedbackCount: 45 },
      progress: { step: 2, totalSteps: 4, stepName: 'Optimizing prompt' },
    })
  })

  it.each(OPTIONAL)('parses a missing %s as null', (field) => {
    const { [field]: _, ...without } = buildJob() as unknown as Record<string, unknown>
    const absent = optimizationJobSchema.parse(without)
    expect(absent).toEqual(optimizationJobSchema.parse({ ...without, [field]: null }))
    expect(Object.values(absent)).not.toContain(undefined)
  })

  it('strips unknown keys at every level', () => {
    const wire = buildJob()
    const extended = { ...wire, cost: 12, progress: { step: 1, total_steps: 4, step_name: 'a', eta: 5 } }
    const job = optimizationJobSchema.parse(extended)
    expect(job).not.toHaveProperty('cost')
    expect(job.progress).toEqual({ step: 1, totalSteps: 4, stepName: 'a' })
  })

  it.each(REQUIRED)('rejects a job without %s and names the field', (field) => {
    const { [field]: _, ...without } = buildJob() as unknown as Record<string, unknown>
    expect(getIssues(without)).toMatch(new RegExp(`^${field}: expected `))
  })

  it.each(REQUIRED)('rejects a job whose %s has the wrong type and names the field', (field) => {
    expect(getIssues({ ...buildJob(), [field]: [] })).toMatch(new RegExp(`^${field}: expected `))
  })

  it.each([
    [{}, 'running'],
    [{ completed_at: '2026-01-15T09:40:00Z' }, 'completed'],
    [{ completed_at: '2026-01-15T09:40:00Z', error_message: 'Out of memory.' }, 'failed'],
  ])('maps an unknown status with %j to phase %s', (fields, phase) => {
    expect(optimizationJobSchema.parse(buildJob({ status: 'evaporated', ...fields })).phase).toBe(phase)
  })

  it('reports the expected type of an ID and of a count', () => {
    const counts = { human_labels_count: 1.5, customer_feedback_count: 0 }
    expect(getIssues({ ...buildJob(), job_id: '', data_sources_used: counts })).toBe(
      'job_id: expected an ID, received an empty string; data_sources_used.human_labels_count: expected an integer',
    )
  })

  it('reports every invalid field with its full path', () => {
    const wire = { ...buildJob(), status: 7, progress: { step: '2', total_steps: 4, step_name: 'x' } }
    expect(getIssues(wire)).toBe('status: expected string; progress.step: expected number')
  })

  it('does not include invalid values in the message', () => {
    expect(getIssues({ ...buildJob(), created_at: 'secret' })).toBe(
      'created_at: expected an ISO 8601 date-time',
    )
  })

  it.each([null, 'text', 7, [], undefined])('rejects the body %j', (body) => {
    expect(getIssues(body)).toMatch(/^body: expected object/)
  })
})

describe('optimizationJobPageSchema', () => {
  it('parses the jobs and the pagination', () => {
    const { run_test_after_optimization: _, progress: __, ...row } = buildJob({ status: 'pending' })
    const page = optimizationJobPageSchema.parse({
      data: [row],
      pagination: { page: 2, page_size: 30, has_next: true },
    })
    expect(page).toMatchObject({ page: 2, pageSize: 30, hasNext: true })
    expect(page.jobs[0]).toMatchObject({ jobId: row.job_id, status: 'pending', phase: 'queued' })
  })

  it('names the index of an invalid job', () => {
    const result = optimizationJobPageSchema.safeParse({
      data: [buildJob(), { ...buildJob(), job_id: 1 }],
      pagination: { page: 1, page_size: 30, has_next: false },
    })
    expect(result.error && formatIssues(result.error.issues)).toBe('data[1].job_id: expected string')
  })
})

it('startedOptimizationJobSchema parses the response of startJob', () => {
  expect(
    startedOptimizationJobSchema.parse({ job_id: 'a', status: 'PENDING', created_at: '2026-01-02 03:04:05' }),
  ).toEqual({ jobId: 'a', status: 'PENDING', phase: 'queued', createdAt: '2026-01-02T03:04:05.000Z' })
})

it('formatIssues reads the paths of other libraries, whose segments are objects', () => {
  const path = [{ key: 'progress' }, { key: 0 }, 'step']
  expect(formatIssues([{ message: 'no', path }, { message: 'empty' }])).toBe(
    'progress[0].step: no; body: empty',
  )
})

const ids = {
  promptTemplateVersionId: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  datasetId: '0b6e7c1e-6a39-4a1b-9d2c-222222222222',
}

it('validateStartInput returns the names of the invalid fields', () => {
  expect([...validateStartInput(ids)]).toEqual([])
  expect([...validateStartInput({ ...ids, datasetId: 'the large one' })]).toEqual(['datasetId'])
})

it('asJobInput adds the defaults, and is null for what is no input', () => {
  expect(asJobInput({ ...ids, useLabels: false })).toEqual({
    ...ids,
    userInstructions: null,
    useBestPractices: true,
    useLabels: false,
    useCustomerFeedback: true,
    runTestAfterOptimization: true,
  })
  expect(asJobInput({ datasetId: ids.datasetId })).toBeNull()
})
