/** Longer lines are compared as a whole, and rendered in parts: both would take seconds. */
export const MAX_LINE_LENGTH = 5_000

/** A piece of a line: whether it differs from the other version. */
export interface WordChange {
  /** Untrusted text. */
  text: string
  /** Whether the other version does not have it. */
  isChanged: boolean
}

/** A line of a message, in the order in which both versions are read. */
export interface LineChange {
  /** A line that replaces another is added, and the other is removed. */
  kind: 'unchanged' | 'added' | 'removed'
  /** The text in pieces. */
  words: readonly WordChange[]
}

/** The lines of a text that is in both versions. */
export function toUnchangedLines(text: string): LineChange[] {
  return splitLines(text).map((line) => toLine('unchanged', line))
}

export function splitLines(text: string): string[] {
  return text === '' ? [] : text.split(/\r\n|\r|\n/)
}

export function toLine(kind: LineChange['kind'], text: string): LineChange {
  return { kind, words: [{ text, isChanged: kind !== 'unchanged' }] }
}

// Lines of this length take as long to render as a short one.
const LENGTH_PER_SIZE = 200

/** How long it takes to render a line, in short ones. */
export function getLineSize({ words }: LineChange): number {
  const length = words.reduce((sum, { text }) => sum + text.length, 0)
  return 1 + Math.floor(Math.min(length, MAX_LINE_LENGTH) / LENGTH_PER_SIZE)
}
