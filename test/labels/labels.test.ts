import { describe, expect, it } from 'vitest'
import type { ErrorKey, JobLabels, StatusKey } from '../../src/index.js'
import { ar } from '../../src/locales/ar.js'
import { de } from '../../src/locales/de.js'
import { en } from '../../src/locales/en.js'

const STATUS_KEYS: Record<StatusKey, true> = {
  idle: true,
  loading: true,
  queued: true,
  running: true,
  cancelling: true,
  completed: true,
  failed: true,
  cancelled: true,
  error: true,
}
const ERROR_KEYS: Record<ErrorKey, true> = {
  token: true,
  network: true,
  timeout: true,
  'invalid-response': true,
  'invalid-request': true,
  'bad-request': true,
  unauthorized: true,
  forbidden: true,
  'not-found': true,
  'rate-limited': true,
  'server-error': true,
  rejected: true,
  unexpected: true,
}
const COUNTS = [0, 1, 2, 3, 11, 100]

type Arguments = {
  [Key in keyof JobLabels as JobLabels[Key] extends string | undefined ? never : Key]: unknown[][]
}

/** Arguments to call each label function with. */
const ARGUMENTS: Arguments = {
  status: Object.keys(STATUS_KEYS).map((key) => [key]),
  error: Object.keys(ERROR_KEYS).map((key) => [key]),
  projectError: Object.keys(ERROR_KEYS).map((key) => [key]),
  moreSteps: COUNTS.map((count) => [count, String(count)]),
  humanLabels: COUNTS.map((count) => [count]),
  customerFeedback: COUNTS.map((count) => [count]),
  durationPart: ['day', 'hour', 'minute', 'second'].map((unit) => ['9', unit]),
  ago: [['9m']],
  createdAgo: [['9m ago']],
  runningFor: [['9:00']],
  startedAgo: [['9m ago']],
  completedAfter: [['9m', '2h ago']],
  endedAfter: [['Failed', '9m', '2h ago']],
  stepOf: [['2', '4']],
  stepOfShort: [['2', '4']],
  stepNumber: [['2']],
  endedIn: [['Failed', 'Testing']],
  stalledFor: [['9m']],
  stepState: [['done'], ['failed'], ['stopped']],
  atLeast: [['9m']],
  defaultJobTitle: [['template-1']],
  copy: [['job ID']],
  updatedAgo: [['9m ago']],
  retryingIn: [['8s']],
  lineCounts: [['4', '2']],
  messageChange: ['unchanged', 'changed', 'added', 'removed', 'moved'].map((change) => [change]),
  messageRole: [['history'], ['system']],
  lineChange: [['added'], ['removed']],
  showUnchanged: COUNTS.slice(1).map((count) => [count, String(count)]),
  hideUnchanged: COUNTS.slice(1).map((count) => [count, String(count)]),
  media: [['photo']],
  setting: [['temperature'], ['seed']],
  examples: COUNTS.map((count) => [count, String(count)]),
  testedVersion: [['v13']],
  evaluation: [['human'], ['auto'], ['client']],
  passedOf: [['22', '24']],
  averageScore: [['4.2']],
  changeWord: ['better', 'worse', 'same', 'higher', 'lower'].map((change) => [change]),
  points: [['+17']],
  resultsSummary: [[2, 1, 3]],
  latestVersion: [['v12']],
  search: [['Prompt']],
  missingInputs: [['a, b']],
  unusedInputs: [['a, b']],
  deployQuestion: [
    ['Support reply v13', 'staging'],
    ['Support reply v13', ''],
  ],
  deployConfirm: [['staging'], ['']],
  deployed: [['Support reply v13', 'staging']],
  completedInTitle: COUNTS.slice(1).map((count) => [count, String(count)]),
  failedInTitle: COUNTS.slice(1).map((count) => [count, String(count)]),
  announceStep: [['Title', 'Step 2', 'Testing']],
  announceStatus: [['Title', 'Failed']],
}
const SELECTED_BY_ARGUMENT = [
  'status',
  'durationPart',
  'stepState',
  'error',
  'projectError',
  'moreSteps',
  'humanLabels',
  'customerFeedback',
  'messageChange',
  'messageRole',
  'lineChange',
  'showUnchanged',
  'hideUnchanged',
  'media',
  'setting',
  'examples',
  'evaluation',
  'changeWord',
  'completedInTitle',
  'failedInTitle',
]

const call = (labels: JobLabels, key: keyof JobLabels, args: unknown[]) =>
  (labels[key] as (...args: unknown[]) => string)(...args)

describe.each<[string, JobLabels]>([
  ['English', en],
  ['German', de],
  ['Arabic', ar],
])('the %s labels', (_, labels) => {
  it('are complete and not blank', () => {
    expect(Object.keys(labels).sort()).toEqual(Object.keys(en).sort())
    const texts = Object.values(labels).filter((label) => typeof label === 'string')
    expect(texts.filter((text) => text.trim() === '')).toEqual([])
  })

  it.each(Object.keys(ARGUMENTS) as (keyof Arguments)[])('have a text for every argument of %s', (key) => {
    for (const args of ARGUMENTS[key]) {
      const text = call(labels, key, args)
      expect(text.trim()).not.toBe('')
      expect(text).not.toMatch(/undefined|null|NaN|\[object/)
      if (!SELECTED_BY_ARGUMENT.includes(key)) for (const arg of args) expect(text).toContain(arg)
    }
  })

  it.each(['status', 'error', 'stepState'] as const)('have a unique text for every key of %s', (key) => {
    const texts = ARGUMENTS[key].map((args) => call(labels, key, args))
    expect(new Set(texts).size).toBe(texts.length)
  })
})

describe('translated labels', () => {
  it.each([
    ['German', de],
    ['Arabic', ar],
  ])('in %s contain no English text', (_, labels) => {
    const sameInEveryLanguage = [
      'stepOfShort',
      'passedOf',
      'media',
      'announceStep',
      'announceStatus',
      'details',
      'optional',
      'testedVersion',
      'prompt',
      'version',
      'direction',
    ]
    const keys = (Object.keys(labels) as (keyof JobLabels)[]).filter(
      (key) => !sameInEveryLanguage.includes(key),
    )
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
])('moreSteps and humanLabels have singular and plural forms', (labels, texts) => {
  expect([0, 1, 2].map((count) => labels.moreSteps(count, String(count)))).toEqual(texts)
  expect(labels.humanLabels(1)).not.toBe(labels.humanLabels(2))
  expect(labels.humanLabels(0)).toBe(labels.humanLabels(2))
})

it.each([
  [0, '0 خطوة أخرى', 'تصنيف بشري'],
  [1, 'خطوة أخرى', 'تصنيف بشري'],
  [2, 'خطوتان أخريان', 'تصنيفان بشريان'],
  [3, '3 خطوات أخرى', 'تصنيفات بشرية'],
  [11, '11 خطوة أخرى', 'تصنيفًا بشريًا'],
  [100, '100 خطوة أخرى', 'تصنيف بشري'],
])('the Arabic labels use the right plural form for %i', (count, steps, humanLabels) => {
  expect(ar.moreSteps(count, String(count))).toBe(steps)
  expect(ar.humanLabels(count)).toBe(humanLabels)
})

it.each([
  [1, 'اكتملت مهمة واحدة', 'فشلت مهمة واحدة'],
  [2, 'اكتملت مهمتان', 'فشلت مهمتان'],
  [3, 'اكتملت 3 مهام', 'فشلت 3 مهام'],
  [11, 'اكتملت 11 مهمة', 'فشلت 11 مهمة'],
  [100, 'اكتملت 100 مهمة', 'فشلت 100 مهمة'],
])('the Arabic labels count %i jobs in the title in the right plural form', (count, completed, failed) => {
  expect(ar.completedInTitle(count, String(count))).toBe(completed)
  expect(ar.failedInTitle(count, String(count))).toBe(failed)
})
