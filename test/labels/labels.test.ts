import { describe, expect, it } from 'vitest'
import type { ErrorKey, JobLabels, StatusKey } from '../../src/index.js'
import { ar, de, en } from '../../src/locales.js'

const STATUS_WORDS: Record<StatusKey, true> = {
  idle: true,
  loading: true,
  queued: true,
  running: true,
  cancelling: true,
  completed: true,
  failed: true,
  cancelled: true,
  unavailable: true,
}
const PROBLEM_WORDS: Record<ErrorKey, true> = {
  token: true,
  network: true,
  timeout: true,
  'invalid-response': true,
  'invalid-request': true,
  'bad-request': true,
  unauthorized: true,
  forbidden: true,
  'not-found': true,
  busy: true,
  'service-fault': true,
  refused: true,
}
const COUNTS = [0, 1, 2, 3, 11, 100]

type Arguments = { [Key in keyof JobLabels as JobLabels[Key] extends string ? never : Key]: unknown[][] }

/** What each of the functions is called with. */
const ARGUMENTS: Arguments = {
  status: Object.keys(STATUS_WORDS).map((word) => [word]),
  error: Object.keys(PROBLEM_WORDS).map((word) => [word]),
  projectError: Object.keys(PROBLEM_WORDS).map((word) => [word]),
  moreSteps: COUNTS.map((count) => [count, String(count)]),
  humanLabels: COUNTS.map((count) => [count]),
  customerFeedback: COUNTS.map((count) => [count]),
  ago: [['9m']],
  queuedAgo: [['9m ago']],
  startedAgo: [['9m ago']],
  completedAfter: [['9m', '2h ago']],
  endedAfter: [['9m', '2h ago']],
  stepOf: [['2', '4']],
  stepOfShort: [['2', '4']],
  stepNumber: [['2']],
  stalledFor: [['9m']],
  atLeast: [['9m']],
  started: [['9m ago']],
  took: [['9m']],
  defaultJobTitle: [['template-1']],
  copy: [['Job']],
  updatedAgo: [['9m ago']],
  retryingIn: [['8s']],
  announceStep: [['Title', 'Step 2', 'Testing']],
  announceStatus: [['Title', 'Failed']],
}
const CHOSEN_BY_WORD_OR_COUNT = [
  'status',
  'error',
  'projectError',
  'moreSteps',
  'humanLabels',
  'customerFeedback',
]

const call = (labels: JobLabels, key: keyof JobLabels, args: unknown[]) =>
  (labels[key] as (...args: unknown[]) => string)(...args)

describe.each<[string, JobLabels]>([
  ['English', en],
  ['German', de],
  ['Arabic', ar],
])('the words in %s', (_, labels) => {
  it('are all there', () => {
    expect(Object.keys(labels).sort()).toEqual(Object.keys(en).sort())
    const texts = Object.values(labels).filter((label) => typeof label === 'string')
    expect(texts.filter((text) => text.trim() === '')).toEqual([])
  })

  it.each(Object.keys(ARGUMENTS) as (keyof Arguments)[])('%s finds words for all it is asked', (key) => {
    for (const args of ARGUMENTS[key]) {
      const text = call(labels, key, args)
      expect(text.trim()).not.toBe('')
      expect(text).not.toMatch(/undefined|null|NaN|\[object/)
      if (!CHOSEN_BY_WORD_OR_COUNT.includes(key)) for (const arg of args) expect(text).toContain(arg)
    }
  })

  it.each(['status', 'error'] as const)('%s has a word of its own for each', (key) => {
    const texts = ARGUMENTS[key].map((args) => call(labels, key, args))
    expect(new Set(texts).size).toBe(texts.length)
  })
})

describe('German and Arabic', () => {
  it.each([
    ['German', de],
    ['Arabic', ar],
  ])('%s leaves nothing in English', (_, labels) => {
    const sameInAll = ['stepOfShort', 'announceStep', 'announceStatus', 'details', 'optional']
    const keys = (Object.keys(labels) as (keyof JobLabels)[]).filter((key) => !sameInAll.includes(key))
    for (const key of keys) {
      const args = ARGUMENTS[key as keyof Arguments]?.[0]
      const [text, english] = [labels, en].map((of) => (args ? call(of, key, args) : of[key]))
      expect(text).not.toBe(english)
    }
  })
})

it.each([
  [en, ['0 more steps', '1 more step', '2 more steps']],
  [de, ['0 weitere Schritte', '1 weiterer Schritt', '2 weitere Schritte']],
])('one is not many', (labels, texts) => {
  expect([0, 1, 2].map((count) => labels.moreSteps(count, String(count)))).toEqual(texts)
  expect(labels.humanLabels(1)).not.toBe(labels.humanLabels(2))
  expect(labels.humanLabels(0)).toBe(labels.humanLabels(2))
})

it.each([
  [0, '0 خطوة أخرى', 'تصنيف بشري'],
  [1, 'خطوة أخرى', 'تصنيف بشري'],
  [2, 'خطوتان أخريان', 'تصنيف بشري'],
  [3, '3 خطوات أخرى', 'تصنيفات بشرية'],
  [11, '11 خطوة أخرى', 'تصنيف بشري'],
  [100, '100 خطوة أخرى', 'تصنيف بشري'],
])('Arabic has its forms for %i', (count, steps, humanLabels) => {
  expect(ar.moreSteps(count, String(count))).toBe(steps)
  expect(ar.humanLabels(count)).toBe(humanLabels)
})
