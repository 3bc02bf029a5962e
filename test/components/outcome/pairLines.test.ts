import { expect, it } from 'vitest'
import { toLine } from '../../../src/components/outcome/lines.js'
import { pairLines } from '../../../src/components/outcome/pairLines.js'

/** Lines by their sign; the sides of a row are separated by a bar. */
function format(lines: string[]): string[] {
  const kinds = { ' ': 'unchanged', '-': 'removed', '+': 'added' } as const
  const pairs = pairLines(lines.map((line) => toLine(kinds[line[0] as ' ' | '-' | '+'], line.slice(1))))
  return pairs.map((pair) => pair.map((line) => line?.words[0]?.text ?? '').join('|'))
}

it.each([
  ['an unchanged line on both sides', [' a', ' b'], ['a|a', 'b|b']],
  ['a removed line on one side', ['-a', ' b'], ['a|', 'b|b']],
  ['an added line on the other side', [' a', '+b'], ['a|a', '|b']],
  ['a line beside the one that replaces it', ['-a', '+b', ' c'], ['a|b', 'c|c']],
  ['the lines of a longer replacement', ['-a', '+b', '+c'], ['a|b', '|c']],
  ['the lines of a shorter replacement', ['-a', '-b', '+c'], ['a|c', 'b|']],
  ['two replacements apart', ['-a', '+b', '-c', '+d'], ['a|b', 'c|d']],
  ['nothing', [], []],
])('places %s', (_, lines, rows) => {
  expect(format(lines)).toEqual(rows)
})
