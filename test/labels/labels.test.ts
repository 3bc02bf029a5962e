import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ErrorKey, JobLabels, StatusKey } from '../../src/index.js'
import { formatCount } from '../../src/labels/format.js'
import { ar } from '../../src/locales/ar.js'
import { de } from '../../src/locales/de.js'
import { en } from '../../src/locales/en.js'
import { es } from '../../src/locales/es.js'
import { fr } from '../../src/locales/fr.js'
import { ja } from '../../src/locales/ja.js'
import { ptBR } from '../../src/locales/pt-BR.js'
import { zh } from '../../src/locales/zh.js'

const TRANSLATIONS = { ar, de, es, fr, ja, 'pt-BR': ptBR, zh }
const LANGUAGES: [string, JobLabels][] = Object.entries({ en, ...TRANSLATIONS })

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
const COUNTS = [0, 1, 2, 3, 5, 11, 100, 1_000_000]

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
  inputs: [['a, b']],
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

/** What they do not know is shown as it is. */
const REPEATS_UNKNOWN = ['messageRole', 'media', 'setting']

const call = (labels: JobLabels, key: keyof JobLabels, args: unknown[]) =>
  (labels[key] as (...args: unknown[]) => string)(...args)

/** Calls a function with each of its arguments; a text is itself. `cut` leaves out what the arguments say. */
function listTexts(labels: JobLabels, key: keyof JobLabels, cut = false): string[] {
  const calls = ARGUMENTS[key as keyof Arguments]
  if (!calls) return [String(labels[key])]
  return calls.map((args) => {
    const text = call(labels, key, args)
    const isRepeated = !SELECTED_BY_ARGUMENT.includes(key) || REPEATS_UNKNOWN.includes(key)
    return cut && isRepeated
      ? args.reduce<string>((rest, arg) => rest.replaceAll(String(arg), ''), text)
      : text
  })
}

const KEYS = (Object.keys(en) as (keyof JobLabels)[]).filter((key) => key !== 'locale' && key !== 'direction')

it('every file of a language is tested', () => {
  const files = readdirSync('src/locales').map((file) => file.replace('.ts', ''))
  expect(LANGUAGES.map(([language]) => language).sort()).toEqual(files.sort())
})

describe.each(LANGUAGES)('the labels in %s', (language, labels) => {
  it('are complete and not blank', () => {
    const { durationSeparator: _, ...others } = labels
    expect(Object.keys(others).sort()).toEqual(Object.keys(en).sort())
    const texts = Object.values(others).filter((label) => typeof label === 'string')
    expect(texts.filter((text) => text.trim() === '')).toEqual([])
  })

  it('name the language, which has formats of its own', () => {
    expect(labels.locale.split('-u-')[0]).toBe(language)
    expect(Intl.PluralRules.supportedLocalesOf(labels.locale)).toEqual([labels.locale])
  })

  it('have no ASCII ellipses or quotes, and no spaces at the ends', () => {
    const texts = KEYS.flatMap((key) => listTexts(labels, key).map((text) => `${key}: ${text}`))
    // A colon follows the French `inputs`.
    expect(
      texts.filter((text) => /\.\.\.|['"]| {2}|\s$/.test(text) && text !== 'inputs: Entrées\u00a0'),
    ).toEqual([])
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

const SAME_IN_EVERY_LANGUAGE = ['stepOfShort', 'media']
/** Labels that are the same as in English, by language. */
const SAME: Record<string, (keyof JobLabels)[]> = {
  ar: ['announceStatus'],
  de: [
    'announceStatus',
    'announceStep',
    'details',
    'optional',
    'passedOf',
    'prompt',
    'testedVersion',
    'version',
  ],
  es: ['announceStatus', 'announceStep', 'passedOf', 'prompt'],
  fr: ['instructions', 'options', 'passedOf', 'prompt', 'testedVersion', 'version'],
  ja: ['passedOf'],
  'pt-BR': ['announceStatus', 'announceStep', 'passedOf', 'prompt'],
  zh: ['passedOf'],
}

/** Words of the English labels that the language has, too. */
const SHARED_WORDS: Record<string, string> = {
  ar: '',
  de: 'api app best details ids label labels link offline optional practices prompt prompts start test text url version was',
  es: 'api has original prompt prompts url variables',
  fr: 'api change conversation instructions message options original prompt prompts pts service session sources test url variables version',
  ja: 'api url',
  'pt-BR': 'api feedback ids link offline original prompt prompts url',
  zh: 'api',
}

const findWords = (texts: string[]) =>
  new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []))

describe.each(Object.entries(TRANSLATIONS))('the translations into %s', (language, labels) => {
  it('differ from the English labels', () => {
    const same = KEYS.filter((key) => listTexts(labels, key)[0] === listTexts(en, key)[0])
    expect(same.sort()).toEqual([...SAME_IN_EVERY_LANGUAGE, ...(SAME[language] ?? [])].sort())
  })

  it('contain no English words', () => {
    const [english, own] = [en, labels].map((of) =>
      findWords(KEYS.flatMap((key) => listTexts(of, key, true))),
    )
    expect(
      [...(own ?? [])]
        .filter((word) => english?.has(word))
        .sort()
        .join(' '),
    ).toBe(SHARED_WORDS[language])
  })
})

describe('typography', () => {
  const list = (labels: JobLabels, cut = false) => KEYS.flatMap((key) => listTexts(labels, key, cut))

  it('in French, a no-break space is before a colon, and a narrow one before a question mark', () => {
    const texts = list(fr)
    expect(texts.filter((text) => /(?<![\u00a0\d]):|(?<!\u202f)[?!;]|«(?!\u00a0)/.test(text))).toEqual([])
    expect(texts.filter((text) => text.includes('\u202f?'))).toHaveLength(4)
  })

  it('in Spanish, every question and exclamation is opened', () => {
    const texts = list(es)
    expect(texts.filter((text) => /^[^¿]*\?|^[^¡]*!/.test(text))).toEqual([])
    expect(texts.filter((text) => text.includes('¿'))).toHaveLength(4)
  })

  it.each([
    ['Japanese', ja],
    ['Chinese', zh],
  ])('in %s, punctuation is full-width', (_, labels) => {
    expect(list(labels, true).filter((text) => /[,.:;?!()]/.test(text))).toEqual([])
  })

  it.each([
    ['Spanish', es],
    ['French', fr],
    ['Portuguese', ptBR],
  ])('in %s, a number and its unit stay on one line', (_, { durationPart, points }) => {
    expect(durationPart('9', 'minute')).toBe('9\u00a0min')
    expect(points('+17')).toMatch(/^\+17\u00a0/)
  })
})

const PLURAL_COUNTS = [0, 1, 2, 5, 1_000_000]

it.each<[JobLabels, string[], string[]]>([
  [
    en,
    ['0 more steps', '1 more step', '2 more steps', '5 more steps', '1,000,000 more steps'],
    ['human labels', 'human label', 'human labels', 'human labels', 'human labels'],
  ],
  [
    de,
    [
      '0 weitere Schritte',
      '1 weiterer Schritt',
      '2 weitere Schritte',
      '5 weitere Schritte',
      '1.000.000 weitere Schritte',
    ],
    [
      'menschliche Labels',
      'menschliches Label',
      'menschliche Labels',
      'menschliche Labels',
      'menschliche Labels',
    ],
  ],
  [
    es,
    ['0 pasos más', '1 paso más', '2 pasos más', '5 pasos más', '1.000.000 de pasos más'],
    [
      'anotaciones humanas',
      'anotación humana',
      'anotaciones humanas',
      'anotaciones humanas',
      'de anotaciones humanas',
    ],
  ],
  [
    fr,
    [
      '0 autre étape',
      '1 autre étape',
      '2 autres étapes',
      '5 autres étapes',
      '1\u202f000\u202f000 d’autres étapes',
    ],
    [
      'annotation humaine',
      'annotation humaine',
      'annotations humaines',
      'annotations humaines',
      'd’annotations humaines',
    ],
  ],
  [
    ptBR,
    ['Mais 0 etapa', 'Mais 1 etapa', 'Mais 2 etapas', 'Mais 5 etapas', 'Mais 1.000.000 de etapas'],
    ['anotação humana', 'anotação humana', 'anotações humanas', 'anotações humanas', 'de anotações humanas'],
  ],
  [
    ja,
    ['ほか0ステップ', 'ほか1ステップ', 'ほか2ステップ', 'ほか5ステップ', 'ほか1,000,000ステップ'],
    Array(5).fill('件の人手ラベル'),
  ],
  [
    zh,
    ['还有0个步骤', '还有1个步骤', '还有2个步骤', '还有5个步骤', '还有1,000,000个步骤'],
    Array(5).fill('条人工标注'),
  ],
  [
    ar,
    ['0 خطوة أخرى', 'خطوة أخرى', 'خطوتان أخريان', '5 خطوات أخرى', '1,000,000 خطوة أخرى'],
    ['تصنيف بشري', 'تصنيف بشري', 'تصنيفان بشريان', 'تصنيفات بشرية', 'تصنيف بشري'],
  ],
])(
  'the labels in $locale use the right plural form for 0, 1, 2, 5 and a million',
  (labels, steps, humanLabels) => {
    expect(PLURAL_COUNTS.map((count) => labels.moreSteps(count, formatCount(count, labels.locale)))).toEqual(
      steps,
    )
    expect(PLURAL_COUNTS.map((count) => labels.humanLabels(count))).toEqual(humanLabels)
  },
)

it.each<[JobLabels, string[], string[]]>([
  [
    es,
    [
      'comentarios de clientes',
      'comentario de cliente',
      'comentarios de clientes',
      'comentarios de clientes',
      'de comentarios de clientes',
    ],
    ['0 ejemplos', '1 ejemplo', '2 ejemplos', '5 ejemplos', '1000000 de ejemplos'],
  ],
  [
    fr,
    ['avis client', 'avis client', 'avis clients', 'avis clients', 'd’avis clients'],
    ['0 exemple', '1 exemple', '2 exemples', '5 exemples', '1000000 d’exemples'],
  ],
  [
    ptBR,
    [
      'feedback de cliente',
      'feedback de cliente',
      'feedbacks de clientes',
      'feedbacks de clientes',
      'de feedbacks de clientes',
    ],
    ['0 exemplo', '1 exemplo', '2 exemplos', '5 exemplos', '1000000 de exemplos'],
  ],
])('feedback and examples in $locale have the plural forms of the language', (labels, feedback, examples) => {
  expect(PLURAL_COUNTS.map((count) => labels.customerFeedback(count))).toEqual(feedback)
  expect(PLURAL_COUNTS.map((count) => labels.examples(count, String(count)))).toEqual(examples)
})

it.each<[JobLabels, string[], string[], string[]]>([
  [
    es,
    ['Mostrar 1 línea sin cambios', 'Mostrar 2 líneas sin cambios', 'Mostrar 1000000 de líneas sin cambios'],
    ['1 completado', '2 completados', '1000000 completados'],
    ['1 fallido', '2 fallidos', '1000000 fallidos'],
  ],
  [
    fr,
    ['Afficher 1 ligne inchangée', 'Afficher 2 lignes inchangées', 'Afficher 1000000 de lignes inchangées'],
    ['1 terminée', '2 terminées', '1000000 terminées'],
    ['1 échec', '2 échecs', '1000000 d’échecs'],
  ],
  [
    ptBR,
    [
      'Mostrar 1 linha sem alterações',
      'Mostrar 2 linhas sem alterações',
      'Mostrar 1000000 de linhas sem alterações',
    ],
    ['1 concluída', '2 concluídas', '1000000 concluídas'],
    ['1 falhou', '2 falharam', '1000000 falharam'],
  ],
])('lines and jobs in $locale have the plural forms of the language', (labels, lines, completed, failed) => {
  const counts = [1, 2, 1_000_000]
  const hide = { es: 'Ocultar', fr: 'Masquer', 'pt-BR': 'Ocultar' }[labels.locale]
  expect(counts.map((count) => labels.showUnchanged(count, String(count)))).toEqual(lines)
  expect(counts.map((count) => labels.hideUnchanged(count, String(count)))).toEqual(
    lines.map((line) => line.replace(/^\S+/, String(hide))),
  )
  expect(counts.map((count) => labels.completedInTitle(count, String(count)))).toEqual(completed)
  expect(counts.map((count) => labels.failedInTitle(count, String(count)))).toEqual(failed)
})

it.each<[JobLabels, string[]]>([
  [es, ['0 líneas añadidas, 1 eliminada', '1 línea añadida, 2 eliminadas']],
  [fr, ['0 ligne ajoutée, 1 supprimée', '1 ligne ajoutée, 2 supprimées']],
  [ptBR, ['0 linha adicionada, 1 removida', '1 linha adicionada, 2 removidas']],
  [ja, ['0行追加、1行削除', '1行追加、2行削除']],
  [zh, ['添加0行，删除1行', '添加1行，删除2行']],
])('lineCounts in $locale agrees with both numbers', (labels, texts) => {
  expect([labels.lineCounts('0', '1'), labels.lineCounts('1', '2')]).toEqual(texts)
})

it.each<[JobLabels, string[]]>([
  [es, ['1 de 1 criterio mejora, 0 empeoran', '2 de 5 criterios mejoran, 1 empeora']],
  [fr, ['1 critère sur 1 en progrès, 0 en recul', '2 critères sur 5 en progrès, 1 en recul']],
  [ptBR, ['1 de 1 critério melhorou, 0 piorou', '2 de 5 critérios melhoraram, 1 piorou']],
])('resultsSummary in $locale agrees with its numbers', (labels, texts) => {
  expect([labels.resultsSummary(1, 0, 1), labels.resultsSummary(2, 1, 5)]).toEqual(texts)
})

it.each<[JobLabels, string, string, string]>([
  [es, 'Creado ahora mismo', 'Finalizado hace 2 h · duró 9 min', 'Fallido tras 9 min · hace 2 h'],
  [fr, 'Créée à l’instant', 'Terminée il y a 2 h · durée 9 min', 'Échec après 9 min · il y a 2 h'],
  [ptBR, 'Criada agora mesmo', 'Concluída há 2 h · levou 9 min', 'Falhou após 9 min · há 2 h'],
  [ja, '作成：たった今', '完了：2時間前 · 所要時間：9分', '失敗：2時間前 · 実行時間：9分'],
  [zh, '刚刚创建', '2小时前完成 · 用时9分钟', '失败 · 2小时前 · 用时9分钟'],
])('the header in $locale is a sentence with every time', (labels, created, completed, failed) => {
  const [duration, age] = [labels.durationPart('9', 'minute'), labels.ago(labels.durationPart('2', 'hour'))]
  const texts = [
    labels.createdAgo(labels.justNow),
    labels.completedAfter(duration, age),
    labels.endedAfter(labels.status('failed'), duration, age),
  ]
  expect(texts.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([created, completed, failed])
})

it('the names of IDs fit behind the verb that copies them', () => {
  expect([es, fr, ptBR, ja, zh].map(({ copy, jobId }) => copy(jobId))).toEqual([
    'Copiar ID del trabajo',
    'Copier l’ID de la tâche',
    'Copiar ID da tarefa',
    'ジョブ ID をコピー',
    '复制任务 ID',
  ])
  expect(fr.copy('Référence')).toBe('Copier Référence')
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
