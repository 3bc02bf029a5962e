import type { OptimizationJob, OptimizationJobPage, StartedOptimizationJob } from './job.js'
import type { StandardSchemaV1 } from './StandardSchemaV1.js'
import * as schema from './schema.js'

// Typed by the standard, so that the public declarations do not depend on zod's internal types.

/** Parses the response of `getJob`. */
export const optimizationJobSchema: StandardSchemaV1<unknown, OptimizationJob> = schema.optimizationJobSchema

/** Parses the response of `listJobs`. */
export const optimizationJobPageSchema: StandardSchemaV1<unknown, OptimizationJobPage> =
  schema.optimizationJobPageSchema

/** Parses the response of `startJob`. */
export const startedOptimizationJobSchema: StandardSchemaV1<unknown, StartedOptimizationJob> =
  schema.startedOptimizationJobSchema
