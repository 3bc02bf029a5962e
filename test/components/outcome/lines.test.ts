import { expect, it } from 'vitest'
import { getLineSize, toUnchangedLines } from '../../../src/components/outcome/lines.js'

it.each([
  [0, 1],
  [199, 1],
  [200, 2],
  [5_000, 26],
  [1_000_000, 26],
])('a line of %i characters takes as long to render as %i short ones', (length, size) => {
  expect(getLineSize({ kind: 'added', words: [{ text: 'x'.repeat(length), isChanged: true }] })).toBe(size)
})

it('the size of a line is that of all its words', () => {
  const word = { text: 'x'.repeat(100), isChanged: false }
  expect(getLineSize({ kind: 'unchanged', words: [word, word] })).toBe(2)
})

it('the lines of a text in both versions are unchanged', () => {
  expect(toUnchangedLines('a\nb')).toEqual(
    ['a', 'b'].map((text) => ({ kind: 'unchanged', words: [{ text, isChanged: false }] })),
  )
})
