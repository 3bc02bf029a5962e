import { diffArrays, diffWordsWithSpace } from 'diff'

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

/** What differs between two texts. */
export interface LineComparison {
  /** The lines of both texts. */
  lines: readonly LineChange[]
  /** The number of added lines. */
  addedCount: number
  /** The number of removed lines. */
  removedCount: number
  /** Whether it took too long, so that all lines are given as removed and added. */
  isTooLarge: boolean
}

/** How much is compared, so that large and hostile texts do not freeze the page. */
export interface CompareLimits {
  /** In milliseconds, for the lines of a message. */
  timeoutMs: number
  /** The most edits between two lines whose words are compared. */
  maxWordEdits: number
}

const DEFAULT_LIMITS: CompareLimits = { timeoutMs: 200, maxWordEdits: 200 }

// Longer lines are compared as a whole: their words would take seconds.
const MAX_LINE_LENGTH = 5_000

/** Compares two texts by line, and the lines that replace each other by word. */
export function compareLines(
  original: string,
  optimized: string,
  limits: CompareLimits = DEFAULT_LIMITS,
): LineComparison {
  const before = splitLines(original)
  const after = splitLines(optimized)
  const changes = diffArrays(before, after, { timeout: limits.timeoutMs })
  const hunks = changes ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  const deadline = Date.now() + limits.timeoutMs
  const lines = hunks.flatMap((hunk, index): LineChange[] => {
    if (!hunk.added && !hunk.removed) return hunk.value.map((line) => toLine('unchanged', line))
    const kind = hunk.removed ? 'removed' : 'added'
    const next = hunks[hunk.removed ? index + 1 : index - 1]
    const other = changes && next && (next.added || next.removed) ? next.value : []
    return hunk.value.map((line, row) => {
      const counterpart = Date.now() < deadline ? other[row] : undefined
      if (counterpart === undefined) return toLine(kind, line)
      const [before, after] = hunk.removed ? [line, counterpart] : [counterpart, line]
      return { kind, words: compareWords(before, after, limits)?.[kind] ?? toLine(kind, line).words }
    })
  })
  return {
    lines,
    addedCount: lines.filter(({ kind }) => kind === 'added').length,
    removedCount: lines.filter(({ kind }) => kind === 'removed').length,
    isTooLarge: !changes,
  }
}

/** The lines of a text that is in both versions. */
export function toUnchangedLines(text: string): LineChange[] {
  return splitLines(text).map((line) => toLine('unchanged', line))
}

function splitLines(text: string): string[] {
  return text === '' ? [] : text.split(/\r\n|\r|\n/)
}

function toLine(kind: LineChange['kind'], text: string): LineChange {
  return { kind, words: [{ text, isChanged: kind !== 'unchanged' }] }
}

/** The words of two lines, of which one replaces the other; null if they have too little in common to say more. */
function compareWords(
  before: string,
  after: string,
  { maxWordEdits }: CompareLimits,
): Record<'added' | 'removed', WordChange[]> | null {
  if (before.length > MAX_LINE_LENGTH || after.length > MAX_LINE_LENGTH) return null
  const options = { maxEditLength: maxWordEdits, intlSegmenter: getSegmenter() }
  const changes = diffWordsWithSpace(before, after, options)
  if (!changes) return null
  const common = changes.filter(({ added, removed }) => !added && !removed)
  const commonLength = common.reduce((length, { value }) => length + value.trim().length, 0)
  if (commonLength * 3 < Math.max(before.trim().length, after.trim().length)) return null
  const pick = (side: 'added' | 'removed', otherSide: 'added' | 'removed') =>
    changes
      .filter((change) => !change[otherSide])
      .map((change) => ({ text: change.value, isChanged: change[side] }))
  return { removed: pick('removed', 'added'), added: pick('added', 'removed') }
}

let segmenter: Intl.Segmenter | undefined

/** Finds words where they have no spaces, as in Japanese and Thai. Not in Firefox before 125. */
function getSegmenter(): Intl.Segmenter | undefined {
  if ('Segmenter' in Intl) segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
  return segmenter
}
