import { describe, expect, it } from 'vitest'
import { compareVersions, getComparison } from '../../../src/components/outcome/compareVersions.js'
import type { PromptMessage, PromptVersion } from '../../../src/outcome.js'
import { expectCpuMs } from '../../support/expectCpuMs.js'
import { formatLines } from './formatLines.js'

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
      'the history instead of another kind',
      [{ kind: 'other', name: 'include' }],
      [{ kind: 'history' }],
      ['removed include', 'added history'],
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

  it('compares no lines of what is unchanged or moved', () => {
    const { messages } = compareVersions(
      version([message('user', 'A'), message('assistant', 'B'), message('user', 'C'), message('tool', 'T')]),
      version([
        message('user', 'C'),
        message('user', 'A'),
        message('assistant', 'B'),
        message('system', 'S'),
      ]),
    )
    expect(
      messages.map(({ kind, comparison }) => [kind, comparison && formatLines(comparison.lines)]),
    ).toEqual([
      ['moved', null],
      ['unchanged', null],
      ['unchanged', null],
      ['removed', ['- [T]']],
      ['added', ['+ [S]']],
    ])
  })

  it('joins the texts of a message by line', () => {
    const parts = ['a', 'b'].map((text) => ({ kind: 'text' as const, text }))
    const { messages } = compareVersions(version([]), version([{ kind: 'message', role: 'user', parts }]))
    expect(messages).toMatchObject([{ text: 'a\nb', comparison: { addedCount: 2 } }])
  })

  it('names media that a message no longer has, each time', () => {
    const { messages } = compareVersions(
      version([message('user', 'See', 'photo', 'photo', 'video')]),
      version([message('user', 'Look', 'photo', 'audio')]),
    )
    expect(messages).toMatchObject([{ media: ['photo', 'audio'], removedMedia: ['photo', 'video'] }])
    expect(compareVersions(version([]), version([message('user', 'See', 'photo')])).messages).toMatchObject([
      { media: ['photo'], removedMedia: [] },
    ])
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

  it.each([
    ['that is new', null, { type: 'object' }, ['+ [{]', '+ [  "type": "object"]', '+ [}]']],
    ['that is gone', ['a'], null, ['- [[]', '- [  "a"]', '- []]']],
    ['that contains null', { a: null }, null, ['- [{]', '- [  "a": null]', '- [}]']],
  ])('gives all lines of a setting %s', (_, before, after, expected) => {
    const [setting] = compareVersions(
      version([], { outputSchema: before }),
      version([], { outputSchema: after }),
    ).settings
    expect(formatLines(setting?.comparison?.lines ?? [])).toEqual(expected)
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
    const one = [message('system', 'a')]
    expect(compareVersions(empty, empty).isIdentical).toBe(true)
    expect(compareVersions(version(one), version(one)).isIdentical).toBe(true)
    expect(compareVersions(version(one), version([message('system', 'b')])).isIdentical).toBe(false)
    expect(compareVersions(empty, version([], { parameters: {} })).isIdentical).toBe(false)
    expect(compareVersions(empty, version([{ kind: 'history' }])).isIdentical).toBe(false)
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
    expect(formatLines(messages[1]?.comparison?.lines ?? [])).toEqual([
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
    expect(formatLines(change?.comparison?.lines ?? [])).toEqual([
      `- [${build('old')}]`,
      `+ [${build('new')}]`,
    ])
  })
})
