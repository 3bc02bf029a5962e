import * as z from 'zod/v4/mini'
import { id } from './fields.js'
import { asCount, asNumber, asObject, asText } from './looseFields.js'
import type { TestCriterion, TestEvaluation, TestRun, TestRunPage, TestRunSummary } from './testRun.js'

const wireTestRun = z.looseObject({ id })

const STATISTICS: Record<TestEvaluation, string> = {
  human: 'human_evaluation',
  auto: 'auto_evaluation',
  client: 'client_evaluation',
}

function toSummary(wire: z.output<typeof wireTestRun>): TestRunSummary {
  return {
    testRunId: wire.id,
    name: asText(wire.name),
    description: asText(wire.description),
    createdAt: fromSeconds(wire.created_at),
    promptName: asText(wire.prompt_name),
    promptVersion: asText(wire.prompt_version),
    sessionsCount: asCount(wire.sessions_count),
    status: asText(wire.status),
  }
}

function toTestRun(wire: z.output<typeof wireTestRun>): TestRun {
  const { status: _, ...run } = toSummary(wire)
  const statistics = asObject(wire.summary_statistics)
  const criteria = Object.entries(STATISTICS).flatMap(([evaluation, key]) =>
    Object.entries(asObject(statistics[key])).map(([name, figures]) =>
      toCriterion(name, evaluation as TestEvaluation, asObject(figures)),
    ),
  )
  return { ...run, modelName: asText(wire.model_name), criteria }
}

function toCriterion(
  name: string,
  evaluation: TestEvaluation,
  figures: Readonly<Record<string, unknown>>,
): TestCriterion {
  return {
    name,
    evaluation,
    passed: asCount(figures.pass),
    failed: asCount(figures.fail),
    averageScore: asNumber(figures.average_score),
  }
}

/** Seconds since the epoch, unlike the other times of the API. */
function fromSeconds(seconds: unknown): string | null {
  const date = new Date((asNumber(seconds) ?? Number.NaN) * 1000)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

export const testRunSchema: z.ZodMiniType<TestRun> = z.pipe(wireTestRun, z.transform(toTestRun))

const wirePage = z.looseObject({ test_runs: z.array(z.pipe(wireTestRun, z.transform(toSummary))) })

export const testRunPageSchema: z.ZodMiniType<TestRunPage> = z.pipe(
  wirePage,
  z.transform(({ test_runs: testRuns, pagination }: z.output<typeof wirePage>) => ({
    testRuns,
    hasNext: asObject(pagination).has_next === true,
  })),
)
