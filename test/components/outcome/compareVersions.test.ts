import { describe, expect, it } from 'vitest'
import { compareLines } from '../../../src/components/outcome/compareLines.js'
import { compareVersions, getComparison } from '../../../src/components/outcome/compareVersions.js'
import { findVariables, splitAtVariables } from '../../../src/components/outcome/findVariables.js'
import type { LineChange } from '../../../src/components/outcome/lines.js'
import type { PromptMessage, PromptVersion } from '../../../src/outcome.js'
import { expectCpuMs } from '../../support/expectCpuMs.js'

const message = (role: string, text: string, ...media: string[]): PromptMessage => ({
  kind: 'message',
  role,
  parts: [{ kind: 'text', text }, ...media.map((name) => ({ kind: 'media' as const, name }))],
})

const version = (messages: PromptMessage[], rest: Partial<PromptVersion> = {}): PromptVersion => ({
  versionId: null,
  promptName: null,
  versionName: null,
  description: null,
  provider: 'openai',
  model: 'gpt-4o',
  parameters: { temperature: 0.7 },
  messages,
  toolSchema: null,
  outputSchema: null,
  ...rest,
})

const compareMessages = (before: PromptMessage[], after: PromptMessage[]) =>
  compareVersions(version(before), version(after)).messages.map(({ kind, role }) => `${kind} ${role}`)

/** Lines with a sign, and their changed words in brackets. */
const format = (lines: readonly LineChange[]) =>
  lines.map(
    ({ kind, words }) =>
      ({ unchanged: '  ', added: '+ ', removed: '- ' })[kind] +
      words.map(({ text, isChanged }) => (isChanged && kind !== 'unchanged' ? `[${text}]` : text)).join(''),
  )

describe('compareVersions, by message', () => {
  it.each<[string, PromptMessage[], PromptMessage[], string[]]>([
    [
      'a changed one',
      [message('system', 'Be kind.'), message('user', 'Hi')],
      [message('system', 'Be brief.'), message('user', 'Hi')],
      ['changed system', 'unchanged user'],
    ],
    [
      'an added one',
      [message('user', 'Hi')],
      [message('system', 'New'), message('user', 'Hi')],
      ['added system', 'unchanged user'],
    ],
    [
      'a removed one',
      [message('system', 'Old'), message('user', 'Hi')],
      [message('user', 'Hi')],
      ['removed system', 'unchanged user'],
    ],
    [
      'one with another role',
      [message('system', 'Be kind.')],
      [message('developer', 'Be kind.')],
      ['removed system', 'added developer'],
    ],
    [
      'a moved one, once',
      [message('user', 'A'), message('assistant', 'B'), message('user', 'C')],
      [message('user', 'C'), message('user', 'A'), message('assistant', 'B')],
      ['moved user', 'unchanged user', 'unchanged assistant'],
    ],
    [
      'one that moved, and is once more',
      [message('user', 'A'), message('assistant', 'B'), message('user', 'C')],
      [message('user', 'C'), message('user', 'A'), message('user', 'A')],
      ['removed assistant', 'unchanged user', 'moved user', 'added user'],
    ],
    [
      'one that moved, and is once less',
      [message('user', 'B'), message('user', 'B'), message('user', 'C')],
      [message('user', 'C'), message('user', 'B')],
      ['removed user', 'unchanged user', 'moved user'],
    ],
    [
      'the place of the history',
      [message('system', 'S'), { kind: 'history' }, message('user', 'U')],
      [message('system', 'T'), { kind: 'history' }, message('user', 'U')],
      ['changed system', 'unchanged history', 'unchanged user'],
    ],
    [
      'a kind that is not known',
      [{ kind: 'other', name: 'include' }],
      [{ kind: 'other', name: 'include' }],
      ['unchanged include'],
    ],
    [
      'another medium',
      [message('user', 'See', 'photo')],
      [message('user', 'See', 'video')],
      ['changed user'],
    ],
    [
      'several of one role, in order',
      [message('user', 'a'), message('user', 'b')],
      [message('user', 'x'), message('user', 'y'), message('user', 'z')],
      ['changed user', 'changed user', 'added user'],
    ],
    ['none', [], [], []],
  ])('finds %s', (_, before, after, expected) => {
    expect(compareMessages(before, after)).toEqual(expected)
  })

  it('counts the lines, and names media', () => {
    const { messages, addedCount, removedCount } = compareVersions(
      version([message('system', 'a\nb\nc'), message('user', 'gone')]),
      version([message('system', 'a\nB\nc\nd', 'photo')]),
    )
    expect([addedCount, removedCount]).toEqual([2, 2])
    expect(messages[0]).toMatchObject({ kind: 'removed', role: 'user', text: 'gone' })
    expect(messages[1]).toMatchObject({ kind: 'changed', role: 'system', media: ['photo'] })
  })
})

describe('compareVersions, beside the messages', () => {
  const empty = version([])

  it('finds settings that differ, and leaves out the order of keys', () => {
    const { settings } = compareVersions(
      version([], {
        parameters: { temperature: 0.7, top_p: 1, stop: { a: 1, b: 2 } },
        toolSchema: [{ name: 'x' }],
      }),
      version([], {
        model: 'gpt-5',
        parameters: { stop: { b: 2, a: 1 }, temperature: 0.4, max_tokens: 500 },
      }),
    )
    expect(settings).toMatchObject([
      { name: 'model', kind: 'changed', before: 'gpt-4o', after: 'gpt-5', comparison: null },
      { name: 'temperature', kind: 'changed', before: 0.7, after: 0.4, comparison: null },
      { name: 'top_p', kind: 'removed', before: 1, after: undefined, comparison: null },
      { name: 'tool_schema', kind: 'removed', before: [{ name: 'x' }], after: undefined },
      { name: 'max_tokens', kind: 'added', before: undefined, after: 500, comparison: null },
    ])
  })

  it('compares settings of several lines by line, in the same order of keys', () => {
    const [setting] = compareVersions(
      version([], { outputSchema: { type: 'object', properties: { a: 1 } } }),
      version([], { outputSchema: { properties: { a: 1, b: 2 }, type: 'object' } }),
    ).settings
    expect(setting).toMatchObject({
      kind: 'changed',
      comparison: { addedCount: 2, removedCount: 1, isTooLarge: false },
    })
  })

  it('says that a setting may differ which is nested too deeply to be read', () => {
    let deep: unknown = 'end'
    for (let level = 0; level < 20_000; level++) deep = [deep]
    const { settings } = compareVersions(
      version([], { outputSchema: deep }),
      version([], { outputSchema: deep }),
    )
    expect(settings).toMatchObject([{ name: 'output_schema', kind: 'changed', comparison: null }])
  })

  it('compares two versions once', () => {
    const other = version([message('system', 'x')])
    expect(getComparison(empty, other)).toBe(getComparison(empty, other))
    expect(getComparison(other, empty)).not.toBe(getComparison(empty, other))
    expect(getComparison(empty, other)).toEqual(compareVersions(empty, other))
  })

  it('names variables that are new or gone', () => {
    const { addedVariables, removedVariables } = compareVersions(
      version([message('system', '{{name}} {{ order }} {{{raw}}} {{#items}}x{{/items}}')]),
      version([message('system', '{{name}} {{date}} {{#items}}y{{/items}}')]),
    )
    expect([addedVariables, removedVariables]).toEqual([['date'], ['order', 'raw']])
  })

  it('knows identical versions', () => {
    expect(compareVersions(empty, empty).isIdentical).toBe(true)
    expect(compareVersions(empty, version([], { parameters: {} })).isIdentical).toBe(false)
    expect(compareVersions(empty, version([{ kind: 'history' }])).isIdentical).toBe(false)
  })
})

describe('compareLines', () => {
  it('compares by line, and by word within lines that replace each other', () => {
    const { lines } = compareLines(
      'You are an agent.\nBe professional at all times.\nEnd.',
      'You are an agent.\nBe brief at all times.\nAsk first.\nEnd.',
      Date.now() + 200,
    )
    expect(format(lines)).toEqual([
      '  You are an agent.',
      '- Be [professional] at all times.',
      '+ Be [brief] at all times.',
      '+ [Ask first.]',
      '  End.',
    ])
  })

  it('compares words that have no spaces between them', () => {
    const { lines } = compareLines(
      '顧客に丁寧に返信してください。',
      '顧客に簡潔に返信してください。',
      Date.now() + 200,
    )
    expect(format(lines)).toEqual([
      '- 顧客に[丁寧]に返信してください。',
      '+ 顧客に[簡潔]に返信してください。',
    ])
  })

  it('keeps a variable whole of which a part has changed', () => {
    const { lines } = compareLines(
      'Dear {{customer_name}}, welcome to {{shop}}!',
      'Dear {{ user_name }}, welcome to {{shop}}!',
      Date.now() + 200,
    )
    expect(format(lines)).toEqual([
      '- Dear [{{customer_name}}], welcome to {{shop}}!',
      '+ Dear [{{ user_name }}], welcome to {{shop}}!',
    ])
  })

  it.each([
    ['Arabic', 'كن مهذبًا دائمًا.', 'كن موجزًا دائمًا.', ['- كن [مهذبًا] دائمًا.', '+ كن [موجزًا] دائمًا.']],
    ['Russian', 'Будь вежливым.', 'Будь вежливой.', ['- Будь [вежливым].', '+ Будь [вежливой].']],
    [
      'Japanese',
      '場合によって可能です。',
      '場面によって可能です。',
      ['- [場合]によって可能です。', '+ [場面]によって可能です。'],
    ],
  ])('compares words, not characters, in %s', (_, before, after, expected) => {
    expect(format(compareLines(before, after, Date.now() + 200).lines)).toEqual(expected)
  })

  it('marks the whole line where little is in common', () => {
    const { lines } = compareLines('Refunds are possible.', 'Never answer with a list are.', Date.now() + 200)
    expect(format(lines)).toEqual(['- [Refunds are possible.]', '+ [Never answer with a list are.]'])
  })

  it.each([
    ['Windows line ends', 'a\r\nb', 'a\nb', ['  a', '  b']],
    ['an empty text', '', 'a', ['+ [a]']],
    ['a blank line', 'a\n\nb', 'a\nb', ['  a', '- []', '  b']],
  ])('knows %s', (_, before, after, expected) => {
    expect(format(compareLines(before, after, Date.now() + 200).lines)).toEqual(expected)
  })

  it.each([
    ['equal lines', (index: number) => `line ${index}`, (index: number) => `line ${index}`, false],
    ['lines that all differ', (index: number) => `a${index}`, (index: number) => `b${index}`, true],
  ])('is done in bounded time for 1 MB of %s', (_, before, after, mayGiveUp) => {
    const build = (line: (index: number) => string) =>
      Array.from({ length: 60_000 }, (_unused, index) => `${line(index)} ${'x'.repeat(8)}`).join('\n')
    const { lines, isTooLarge } = expectCpuMs(3_000, () =>
      compareLines(build(before), build(after), Date.now() + 200),
    )
    expect(isTooLarge).toBe(mayGiveUp)
    expect(lines.length).toBe(mayGiveUp ? 120_000 : 60_000)
  })

  it('is done in bounded time for one line of 1 MB', () => {
    const { lines } = expectCpuMs(1_000, () =>
      compareLines('a '.repeat(500_000), 'b '.repeat(500_000), Date.now() + 200),
    )
    expect(lines.map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})

describe('the limits', () => {
  const words = (count: number, seed: string) =>
    Array.from({ length: count }, (_, index) => `${seed}${index}`).join('\n')

  it('are for all messages together', () => {
    const messages = (seed: string) =>
      Array.from({ length: 3_000 }, (_, index) =>
        message(index % 2 ? 'user' : 'assistant', words(5, `${seed}${index}-`)),
      )
    expectCpuMs(1_000, () => compareVersions(version(messages('a')), version(messages('b'))))
  })

  it('leave the time for as many variables as a megabyte has', () => {
    const variables = (seed: string) => words(80_000, seed).replaceAll(/.+/g, '{{$&}}')
    const { addedVariables } = expectCpuMs(2_000, () =>
      compareVersions(
        version([message('system', variables('a'))]),
        version([message('system', variables('b'))]),
      ),
    )
    expect(addedVariables).toHaveLength(80_000)
  })

  it('let a small message be compared after a large one', () => {
    const { messages } = compareVersions(
      version([message('system', words(60_000, 'a')), message('user', 'Same\nold')]),
      version([message('system', words(60_000, 'b')), message('user', 'Same\nnew')]),
    )
    expect(messages.map(({ comparison }) => comparison?.isTooLarge)).toEqual([true, false])
    expect(messages[1]?.comparison).toMatchObject({ addedCount: 1, removedCount: 1 })
  })

  it('show what is new and gone where there is no time to compare', () => {
    const { messages } = compareVersions(
      version([message('system', 'Same\nold'), message('user', 'gone')]),
      version([message('system', 'Same\nnew')]),
      { timeoutMs: 0 },
    )
    expect(messages.map(({ kind, comparison }) => [kind, comparison?.isTooLarge])).toEqual([
      ['removed', false],
      ['changed', true],
    ])
    expect(format(messages[1]?.comparison?.lines ?? [])).toEqual([
      '- [Same]',
      '- [old]',
      '+ [Same]',
      '+ [new]',
    ])
  })

  it('of words are given as whole lines', () => {
    const build = (word: string) =>
      Array.from({ length: 101 }, (_, index) => `same ${word}${index}`).join(' ')
    const [change] = compareVersions(
      version([message('system', build('old'))]),
      version([message('system', build('new'))]),
    ).messages
    expect(format(change?.comparison?.lines ?? [])).toEqual([`- [${build('old')}]`, `+ [${build('new')}]`])
  })
})

describe('variables', () => {
  it.each([
    '{{'.repeat(200_000),
    `{{${' '.repeat(200_000)}`,
    `{{${'a'.repeat(200_000)}`,
    `{{a${' '.repeat(200_000)}`,
    '{{#'.repeat(200_000),
  ])('are searched in linear time in %.10s', (text) => {
    expect(expectCpuMs(500, () => findVariables([message('user', text)]))).toEqual([])
  })

  it.each([
    ['{{name}}', ['name']],
    ['{{ user.name }} and {{user.name}}', ['user.name']],
    ['{{{html}}} {{&raw}} {{^none}}{{/none}} {{>partial}}', ['html', 'raw', 'none', 'partial']],
    ['{{größe}} {{名前}}', ['größe', '名前']],
    ['{name} {{}} {{two words}} {{! comment }}', []],
  ])('of %s', (text, expected) => {
    expect(findVariables([message('user', text)])).toEqual(expected)
  })

  it('split a text without losing any of it', () => {
    const text = 'Dear {{name}}, {{{html}}}{{end}}'
    const pieces = splitAtVariables(text)
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.filter((piece) => piece.isVariable).map((piece) => piece.text)).toEqual([
      '{{name}}',
      '{{{html}}}',
      '{{end}}',
    ])
    expect(splitAtVariables('')).toEqual([])
  })
})
