import { describe, expect, it } from 'vitest'
import { compareLines } from '../../../src/components/outcome/compareLines.js'
import { expectCpuMs } from '../../support/expectCpuMs.js'
import { compare, formatLines } from './formatLines.js'

it('compares by line, and by word within lines that replace each other', () => {
  const { lines } = compareLines(
    'You are an agent.\nBe professional at all times.\nEnd.',
    'You are an agent.\nBe brief at all times.\nAsk first.\nEnd.',
    Date.now() + 200,
  )
  expect(formatLines(lines)).toEqual([
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
  expect(formatLines(lines)).toEqual([
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
  expect(formatLines(lines)).toEqual([
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
  expect(formatLines(compareLines(before, after, Date.now() + 200).lines)).toEqual(expected)
})

it('marks the whole line where little is in common', () => {
  const { lines } = compareLines('Refunds are possible.', 'Never answer with a list are.', Date.now() + 200)
  expect(formatLines(lines)).toEqual(['- [Refunds are possible.]', '+ [Never answer with a list are.]'])
})

it.each([
  ['Windows line ends', 'a\r\nb', 'a\nb', ['  a', '  b']],
  ['an empty text', '', 'a', ['+ [a]']],
  ['a blank line', 'a\n\nb', 'a\nb', ['  a', '- []', '  b']],
])('knows %s', (_, before, after, expected) => {
  expect(formatLines(compareLines(before, after, Date.now() + 200).lines)).toEqual(expected)
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

it.each([
  ['removed at the end', 'a\nb', 'a', ['  a', '- [b]']],
  ['added at the start', 'b', 'a\nb', ['+ [a]', '  b']],
  ['added after what is removed elsewhere', 'a\nb', 'b\nc', ['- [a]', '  b', '+ [c]']],
])('knows a line that is %s', (_, before, after, expected) => {
  expect(compare(before, after)).toEqual(expected)
})

describe('words are marked if a third of the longer line is the same, without spaces', () => {
  it.each([
    ['a third', 'one bbbbb', 'one ccccc', true],
    ['less', 'one two three', 'one xxx yyyyy', false],
    ['a third of the shorter line only', 'one two', 'one xxxxxxxxxxxxxxxxxxxx', false],
    ['a third, indented', '          one bbbbb', '          one ccccc', true],
    ['a third, indented before only', '          one bbbbb', 'one ccccc', true],
    ['a third, indented after only', 'one bbbbb', '          one ccccc', true],
  ])('%s', (_, before, after, isMarked) => {
    const [line] = compare(before, after)
    expect(line !== `- [${before}]`).toBe(isMarked)
  })

  it.each([
    [5_000, 5_000, true],
    [5_001, 5_000, false],
    [5_000, 5_001, false],
  ])('if they have %i and %i characters: %s', (beforeLength, afterLength, isMarked) => {
    const [line] = compare(
      'same '.repeat(999).padEnd(beforeLength, 'a'),
      'same '.repeat(999).padEnd(afterLength, 'b'),
    )
    expect(line?.startsWith('- same')).toBe(isMarked)
  })
})
