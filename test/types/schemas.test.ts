import type { StandardSchemaV1 } from '@standard-schema/spec'
import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  type OptimizationJob,
  type OptimizationJobPage,
  optimizationJobPageSchema,
  optimizationJobSchema,
  type StartedOptimizationJob,
  startedOptimizationJobSchema,
} from '../../src/api.js'
import { buildJob } from '../../src/testing.js'

describe('the exported schemas', () => {
  it('are Standard Schemas', () => {
    expectTypeOf(optimizationJobSchema).toExtend<StandardSchemaV1<unknown, OptimizationJob>>()
    expectTypeOf(optimizationJobPageSchema).toExtend<StandardSchemaV1<unknown, OptimizationJobPage>>()
    expectTypeOf(startedOptimizationJobSchema).toExtend<StandardSchemaV1<unknown, StartedOptimizationJob>>()
  })

  it('have inferable types', () => {
    type Output = StandardSchemaV1.InferOutput<typeof optimizationJobSchema>
    expectTypeOf<Output>().toEqualTypeOf<OptimizationJob>()
    expectTypeOf<StandardSchemaV1.InferInput<typeof optimizationJobSchema>>().toBeUnknown()
  })

  it('have no other properties in their types, such as those of zod', () => {
    expectTypeOf<keyof typeof optimizationJobSchema>().toEqualTypeOf<'~standard'>()
  })

  it('validate a response', async () => {
    expect(await optimizationJobSchema['~standard'].validate(buildJob({ status: 'running' }))).toMatchObject({
      value: { status: 'running', phase: 'running' },
    })
  })

  it('name the fields of an invalid response', async () => {
    const { issues } = await optimizationJobSchema['~standard'].validate({ ...buildJob(), created_at: 1 })
    expect(issues).toMatchObject([{ path: ['created_at'], message: expect.any(String) }])
  })
})
