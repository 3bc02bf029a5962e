import fc from 'fast-check'
import { OptimizationError, type OptimizationErrorKind } from '../../src/api.js'
import { optimizationJobSchema } from '../../src/core/schema.js'
import { buildJob, type WireJob } from '../../src/testing.js'

/** Fixed seed, so that failures are reproducible. */
export const SEED = 20_260_115

const STATUSES =
  'pending queued running in_progress optimizing testing cancelling completed succeeded failed timed_out cancelled stopped'

// Edge cases: RTL text, bidi marks, multi-code-unit characters, lone surrogates, markup, long text.
const EDGE_CASES = [
  '',
  ' \n\t ',
  '\u202Eright to left\u202C',
  'مرحبا \u2067abc\u2069',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  '\ud83d',
  '\u0000\u0007\uFEFF',
  'e\u0301\u0323'.repeat(40),
  '<img src=x onerror=alert(1)><!--',
  '**bold** [link](javascript:alert(1))',
  'unbreakable'.repeat(3_000),
  '__proto__',
  'java\nscript:alert(1)',
]

/** Any text, with edge cases overrepresented. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...EDGE_CASES),
)

/** Any integer in JSON, mostly in the range of step numbers. */
const anyInteger = fc.oneof(fc.integer({ min: -2, max: 25 }), fc.maxSafeInteger(), fc.constant(1e308))

const anyStatus = fc.oneof(fc.constantFrom(...STATUSES.split(' ')), anyText)

const anyDate = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })

const anyDateTime = anyDate.chain((date) => {
  const iso = date.toISOString()
  return fc.constantFrom(iso, iso.slice(0, 19), `${iso.slice(0, -1)}123+00:00`, `${iso.slice(0, 16)}-09:30`)
})

/** Optional field: missing, null or present. */
function optional<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null | undefined> {
  return fc.oneof({ weight: 4, arbitrary: value }, fc.constantFrom(null, undefined))
}

/** Any job that matches the schema. */
export const anyWireJob: fc.Arbitrary<WireJob> = fc.record({
  job_id: fc.oneof(
    fc.uuid(),
    anyText.filter((text) => text !== ''),
  ),
  status: anyStatus,
  prompt_template_id: fc.oneof(fc.uuid(), anyText),
  original_version_id: fc.oneof(fc.uuid(), anyText),
  run_test_after_optimization: fc.boolean(),
  created_at: anyDateTime,
  optimized_version_id: optional(anyText),
  test_run_id: optional(anyText),
  comparison_id: optional(anyText),
  changes_summary: optional(anyText),
  error_message: optional(anyText),
  data_sources_used: optional(
    fc.record({ human_labels_count: anyInteger, customer_feedback_count: anyInteger }),
  ),
  completed_at: optional(anyDateTime),
  progress: optional(fc.record({ step: anyInteger, total_steps: anyInteger, step_name: anyText })),
})

/** Any parsed job. */
export const anyJob = anyWireJob.map((wire) => optimizationJobSchema.parse(wire))

/** Any JSON text, sometimes containing a job. */
export const anyJsonText = fc.oneof(
  fc.json({ maxDepth: 6 }),
  fc.json({ stringUnit: 'binary' }),
  anyWireJob.map((wire) => JSON.stringify([wire])),
)

const PATHS = [
  ...Object.keys(buildJob()).map((key) => [key]),
  ['data_sources_used', 'human_labels_count'],
  ['data_sources_used', 'customer_feedback_count'],
  ['progress', 'step'],
  ['progress', 'total_steps'],
  ['progress', 'step_name'],
]

/** JSON text of a job with one field removed, changed or added. */
export const anyNearJob = fc
  .record({
    wire: anyWireJob,
    path: fc.oneof(
      fc.constantFrom(...PATHS),
      anyText.map((key) => [key]),
    ),
    change: fc.oneof(
      fc.constant({ isRemoved: true as const }),
      fc.record({ value: fc.oneof(fc.jsonValue(), fc.constantFrom('', 'yesterday', -1, 1.5, null, [], {})) }),
    ),
  })
  .map(({ wire, path, change }) => {
    const copy = JSON.parse(JSON.stringify(wire))
    const owner = path.length > 1 ? copy[path[0] as string] : copy
    const key = path.at(-1) as string
    if (owner && 'isRemoved' in change) delete owner[key]
    else if (owner) {
      Object.defineProperty(owner, key, {
        value: (change as { value: unknown }).value,
        enumerable: true,
        configurable: true,
        writable: true,
      })
    }
    return JSON.stringify(copy)
  })

const anyKind = fc.constantFrom<OptimizationErrorKind>(
  'http',
  'token',
  'network',
  'timeout',
  'invalid-response',
  'invalid-request',
)

/** Any error that a call can reject with. */
export const anyError = fc
  .record({
    kind: anyKind,
    status: fc.option(fc.integer({ min: 300, max: 599 }), { nil: undefined }),
    retryAfterMs: fc.option(fc.oneof(fc.nat(), fc.double({ min: 0, noNaN: true })), { nil: undefined }),
    serviceMessage: fc.option(anyText, { nil: undefined }),
  })
  .map((details) => new OptimizationError('generated', details))
