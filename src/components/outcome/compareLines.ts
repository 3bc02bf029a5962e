import { type ChangeObject, diffArrays } from 'diff'
import { splitAtVariables } from './findVariables.js'
import { type LineChange, MAX_LINE_LENGTH, splitLines, toLine, type WordChange } from './lines.js'

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

// The most edits between two lines whose words are compared.
const MAX_WORD_EDITS = 200

/** `diffArrays` until the deadline; undefined after it. */
export function diffUntil<Item>(
  before: readonly Item[],
  after: readonly Item[],
  deadline: number,
  comparator: (a: Item, b: Item) => boolean = Object.is,
): ChangeObject<Item[]>[] | undefined {
  const timeout = deadline - Date.now()
  return timeout > 0 ? diffArrays([...before], [...after], { timeout, comparator }) : undefined
}

/** Compares two texts by line, and the lines that replace each other by word. The deadline is in milliseconds since the epoch. */
export function compareLines(original: string, optimized: string, deadline: number): LineComparison {
  const before = splitLines(original)
  const after = splitLines(optimized)
  const hunks = before.length && after.length ? diffUntil(before, after, deadline) : []
  const lines = hunks?.length
    ? hunks.flatMap((hunk, index) => toLines(hunk, hunks[index - 1], hunks[index + 1], deadline))
    : replaceLines(before, after)
  return {
    lines,
    addedCount: lines.filter(({ kind }) => kind === 'added').length,
    removedCount: lines.filter(({ kind }) => kind === 'removed').length,
    isTooLarge: !hunks,
  }
}

type Hunk = ChangeObject<string[]>

/** The lines of a hunk. Lines that replace others follow them. */
function toLines(
  hunk: Hunk,
  previous: Hunk | undefined,
  next: Hunk | undefined,
  deadline: number,
): LineChange[] {
  if (hunk.removed) return replaceLines(hunk.value, next?.added ? next.value : [], deadline)
  if (hunk.added) return previous?.removed ? [] : replaceLines([], hunk.value)
  return hunk.value.map((line) => toLine('unchanged', line))
}

function replaceLines(removed: readonly string[], added: readonly string[], deadline = 0): LineChange[] {
  const words = removed.map((line, row) => {
    const replacement = added[row]
    const canCompare = replacement !== undefined && Date.now() < deadline
    return canCompare ? compareWords(line, replacement) : null
  })
  const toChanges = (kind: 'added' | 'removed', texts: readonly string[]) =>
    texts.map((text, row): LineChange => ({ kind, words: words[row]?.[kind] ?? toLine(kind, text).words }))
  return toChanges('removed', removed).concat(toChanges('added', added))
}

/** The words of two lines, of which one replaces the other; null if they have too little in common to say more. */
function compareWords(before: string, after: string): Record<'added' | 'removed', WordChange[]> | null {
  if (before.length > MAX_LINE_LENGTH || after.length > MAX_LINE_LENGTH) return null
  // Not `diffWordsWithSpace`, which takes each character for a word where the script is not Latin.
  const hunks = diffArrays(splitWords(before), splitWords(after), { maxEditLength: MAX_WORD_EDITS })
  if (!hunks) return null
  const changes = hunks.map(({ added, removed, value }) => ({ added, removed, value: value.join('') }))
  const common = changes.filter(({ added, removed }) => !added && !removed)
  const commonLength = common.reduce((length, { value }) => length + value.trim().length, 0)
  if (commonLength * 3 < Math.max(before.trim().length, after.trim().length)) return null
  const pick = (side: 'added' | 'removed', otherSide: 'added' | 'removed') =>
    joinVariables(
      changes
        .filter((change) => !change[otherSide])
        .map((change) => ({ text: change.value, isChanged: change[side] })),
    )
  return { removed: pick('removed', 'added'), added: pick('added', 'removed') }
}

/** A variable of which a part has changed is a word of its own, so that it stands out. */
function joinVariables(words: readonly WordChange[]): WordChange[] {
  const pieces = splitAtVariables(words.map(({ text }) => text).join(''))
  const left = [...words]
  return pieces.flatMap(({ text, isVariable }) => {
    const taken = takeText(left, text.length)
    return isVariable ? [{ text, isChanged: taken.some(({ isChanged }) => isChanged) }] : taken
  })
}

/** Takes this much text from the first words. */
function takeText(words: WordChange[], length: number): WordChange[] {
  const taken: WordChange[] = []
  for (let missing = length; missing > 0; ) {
    const word = words.shift()
    if (!word) break
    const text = word.text.slice(0, missing)
    taken.push({ ...word, text })
    if (text !== word.text) words.unshift({ ...word, text: word.text.slice(missing) })
    missing -= text.length
  }
  return taken
}

let segmenter: Intl.Segmenter | undefined

/** Words, and what is between them. */
function splitWords(line: string): string[] {
  // Firefox before 125 has none.
  if (!('Segmenter' in Intl)) return line.match(/[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_]/gsu) ?? []
  // It finds words where they have no spaces, as in Japanese and Thai.
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
  return Array.from(segmenter.segment(line), ({ segment }) => segment)
}
