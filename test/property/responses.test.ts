import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createOptimizationClient, OptimizationError, type OptimizationJob } from '../../src/api.js'
import { anyJsonText, anyNearJob, anyText, anyWireJob, SEED } from './arbitraries.js'

const PHASES = ['queued', 'running', 'completed', 'failed', 'cancelled']
const ISO = /^(\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** Job or error that `getJob` produces for a response body. */
async function getOutcome(body: string): Promise<unknown> {
  const client = createOptimizationClient({
    baseUrl: 'https://service.test/api/v2',
    fetch: async () => new Response(body, { headers: { 'Content-Type': 'application/json' } }),
  })
  return client.getJob({ projectId: 'p', jobId: 'j' }).catch((error: unknown) => error)
}

function expectJob(job: OptimizationJob): void {
  const text = expect.any(String)
  const textOrNull = (value: unknown) => value === null || typeof value === 'string'
  expect(job).toEqual({
    jobId: expect.stringMatching(/./s),
    status: text,
    phase: expect.toBeOneOf(PHASES),
    isCancelling: expect.any(Boolean),
    promptTemplateId: text,
    originalVersionId: text,
    createdAt: expect.stringMatching(ISO),
    completedAt: job.completedAt === null ? null : expect.stringMatching(ISO),
    optimizedVersionId: expect.toSatisfy(textOrNull),
    testRunId: expect.toSatisfy(textOrNull),
    comparisonId: expect.toSatisfy(textOrNull),
    changesSummary: expect.toSatisfy(textOrNull),
    errorMessage: expect.toSatisfy(textOrNull),
    runTestAfterOptimization: expect.any(Boolean),
    dataSourcesUsed: job.dataSourcesUsed && {
      humanLabelsCount: expect.toSatisfy(Number.isInteger),
      customerFeedbackCount: expect.toSatisfy(Number.isInteger),
    },
    progress: job.progress && {
      step: expect.toSatisfy(Number.isInteger),
      totalSteps: expect.toSatisfy(Number.isInteger),
      stepName: text,
    },
  })
}

function expectJobOrInvalidResponse(outcome: unknown): void {
  if (outcome instanceof OptimizationError) {
    expect(outcome).toMatchObject({ kind: 'invalid-response', isRetryable: true, status: 200 })
  } else {
    expect(outcome).not.toBeInstanceOf(Error)
    expectJob(outcome as OptimizationJob)
  }
}

describe('getJob with any response', () => {
  test.each([
    ['any JSON', anyJsonText],
    ['any text', anyText],
    ['a job with one invalid field', anyNearJob],
  ])('for %s', async (_, anyBody) => {
    await fc.assert(
      fc.asyncProperty(anyBody, async (body) => expectJobOrInvalidResponse(await getOutcome(body))),
      { seed: SEED, numRuns: 400 },
    )
  })

  test('parses any text in a job unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(anyWireJob, async (wire) => {
        const job = (await getOutcome(JSON.stringify(wire))) as OptimizationJob
        expectJob(job)
        expect(job).toMatchObject({
          jobId: wire.job_id,
          status: wire.status,
          changesSummary: wire.changes_summary ?? null,
          errorMessage: wire.error_message ?? null,
          progress: wire.progress ? { stepName: wire.progress.step_name } : null,
        })
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  test('rejects a job without a required field', async () => {
    const required = [
      'job_id',
      'status',
      'prompt_template_id',
      'original_version_id',
      'run_test_after_optimization',
      'created_at',
    ] as const
    const anyInvalidField = fc.oneof(
      fc.tuple(fc.constantFrom(...required), fc.constantFrom<unknown>(undefined, null, 7, [])),
      fc.constantFrom<[string, unknown]>(['job_id', ''], ['created_at', ''], ['created_at', 'yesterday']),
    )
    await fc.assert(
      fc.asyncProperty(anyWireJob, anyInvalidField, async (wire, [field, value]) => {
        const outcome = await getOutcome(JSON.stringify({ ...wire, [field]: value }))
        expect(outcome).toMatchObject({ kind: 'invalid-response' })
        expect((outcome as Error).message).toContain(field)
      }),
      { seed: SEED, numRuns: 200 },
    )
  })
})
