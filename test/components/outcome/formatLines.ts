import { compareLines } from '../../../src/components/outcome/compareLines.js'
import type { LineChange } from '../../../src/components/outcome/lines.js'

/** Lines with a sign, and their changed words in brackets. */
export const formatLines = (lines: readonly LineChange[]) =>
  lines.map(
    ({ kind, words }) =>
      ({ unchanged: '  ', added: '+ ', removed: '- ' })[kind] +
      words.map(({ text, isChanged }) => (isChanged && kind !== 'unchanged' ? `[${text}]` : text)).join(''),
  )

/** The lines of a comparison, with enough time. */
export const compare = (before: string, after: string) =>
  formatLines(compareLines(before, after, Date.now() + 5_000).lines)
