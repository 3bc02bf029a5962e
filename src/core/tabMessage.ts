import * as z from 'zod/mini'
import type { JobReference, OptimizationJob } from './job.js'
import { OptimizationError, type OptimizationErrorDetails } from './OptimizationError.js'

/** Raised with every change to a message, `OptimizationJob` included: two versions of an app may be open at once. */
export const TAB_MESSAGE_VERSION = 1

/** What a tab tells of a job: that it is asking, what the service answered, or how the call failed. */
export type TabReport =
  | { type: 'asking' }
  | { type: 'answer'; answer: OptimizationJob }
  | { type: 'failure'; error: OptimizationError }

/** A report, as the other tabs get it. */
export type TabMessage = TabReport &
  JobReference & {
    /** Milliseconds since the epoch. All tabs have one clock. */
    sentAt: number
  }

/** A message that tells how a call went. */
export type TabNews = Exclude<TabMessage, { type: 'asking' }>

const common = { projectId: z.string(), jobId: z.string(), sentAt: z.number() }

const plainMessage = z.union([
  z.object({ ...common, type: z.literal('asking') }),
  z.object({
    ...common,
    type: z.literal('answer'),
    // What the polling goes by. The tab that asked has read the answer in full.
    answer: z.looseObject({
      jobId: z.string(),
      status: z.string(),
      phase: z.enum(['queued', 'running', 'completed', 'failed', 'cancelled']),
    }),
  }),
  z.object({
    ...common,
    type: z.literal('failure'),
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

/** The message as plain data. An error would lose its class on the way, and its `cause` may hold anything. */
export function writeTabMessage(message: TabMessage): unknown {
  if (message.type !== 'failure') return message
  const { error, ...rest } = message
  const { kind, method, url, status, serviceMessage, retryAfterMs } = error
  const details: OptimizationErrorDetails = { kind, method, url, status, serviceMessage, retryAfterMs }
  return { ...rest, message: error.message, details }
}

/** Reads what came in; null for what does not fit. Any script of the page's origin can write to the channel. */
export function readTabMessage(data: unknown): TabMessage | null {
  const { data: plain } = z.safeParse(plainMessage, data)
  if (!plain || plain.type === 'asking') return plain ?? null
  if (plain.type === 'answer') return { ...plain, answer: plain.answer as unknown as OptimizationJob }
  const { message, details, ...rest } = plain
  const error = new OptimizationError(message, details)
  return error.isRetryable ? { ...rest, error } : null
}
