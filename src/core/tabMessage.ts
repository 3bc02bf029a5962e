import * as z from 'zod/v4/mini'
import { dateTime, id, integer } from './fields.js'
import type { JobReference, OptimizationJob } from './job.js'
import { OptimizationError, type OptimizationErrorDetails } from './OptimizationError.js'
import { PHASES } from './phase.js'

/** Increment with every change to a message or to `OptimizationJob`: an older version of the app may be open in another tab. */
export const TAB_MESSAGE_VERSION = 1

export type TabPayload =
  | { type: 'heartbeat' }
  | { type: 'success'; job: OptimizationJob }
  | { type: 'error'; error: OptimizationError }

export type TabMessage = TabPayload &
  JobReference & {
    /** Milliseconds since the epoch; all tabs share a clock. */
    sentAt: number
  }

export type ResultMessage = Exclude<TabMessage, { type: 'heartbeat' }>

const jobSchema: z.ZodMiniType<OptimizationJob> = z.object({
  jobId: id,
  status: z.string(),
  phase: z.enum(PHASES),
  isCancelling: z.boolean(),
  promptTemplateId: z.string(),
  originalVersionId: z.string(),
  optimizedVersionId: z.nullable(z.string()),
  createdAt: dateTime,
  completedAt: z.nullable(dateTime),
  runTestAfterOptimization: z.boolean(),
  testRunId: z.nullable(z.string()),
  comparisonId: z.nullable(z.string()),
  changesSummary: z.nullable(z.string()),
  errorMessage: z.nullable(z.string()),
  dataSourcesUsed: z.nullable(z.object({ humanLabelsCount: integer, customerFeedbackCount: integer })),
  progress: z.nullable(z.object({ step: integer, totalSteps: integer, stepName: z.string() })),
})

const baseFields = { projectId: z.string(), jobId: z.string(), sentAt: z.number() }

const messageSchema = z.union([
  z.object({ ...baseFields, type: z.literal('heartbeat') }),
  z.object({
    ...baseFields,
    type: z.literal('success'),
    job: jobSchema,
  }),
  z.object({
    ...baseFields,
    type: z.literal('error'),
    message: z.string(),
    details: z.object({
      kind: z.enum(['http', 'token', 'network', 'timeout', 'invalid-response']),
      method: z.optional(z.string()),
      url: z.optional(z.string()),
      status: z.optional(z.number()),
      serviceMessage: z.optional(z.string()),
      retryAfterMs: z.optional(z.number()),
    }),
  }),
])

/** Plain data: structured cloning would drop the error class, and `cause` may hold anything. */
export function serializeTabMessage(message: TabMessage): unknown {
  if (message.type !== 'error') return message
  const { error, ...rest } = message
  const { kind, method, url, status, serviceMessage, retryAfterMs } = error
  const details: OptimizationErrorDetails = { kind, method, url, status, serviceMessage, retryAfterMs }
  return { ...rest, message: error.message, details }
}

/** Null for an invalid message: any script of the origin can post to the channel. */
export function parseTabMessage(data: unknown): TabMessage | null {
  const { data: parsed } = z.safeParse(messageSchema, data)
  if (!parsed || parsed.type === 'heartbeat') return parsed ?? null
  if (parsed.type === 'success') return isSameId(parsed.job.jobId, parsed.jobId) ? parsed : null
  const { message, details, ...rest } = parsed
  const error = new OptimizationError(message, details)
  return error.isRetryable ? { ...rest, error } : null
}

/** The service may write a UUID in another case than the app. */
function isSameId(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
