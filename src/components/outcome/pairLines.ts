import type { LineChange } from './lines.js'

/** A row of the side-by-side view: the line of each version, or null. */
export type LinePair = readonly [before: LineChange | null, after: LineChange | null]

/** Places removed lines beside the added ones that follow them. */
export function pairLines(lines: readonly LineChange[]): LinePair[] {
  const pairs: LinePair[] = []
  let index = 0
  const take = (kind: LineChange['kind']) => {
    const start = index
    while (lines[index]?.kind === kind) index++
    return lines.slice(start, index)
  }
  while (index < lines.length) {
    for (const line of take('unchanged')) pairs.push([line, line])
    const removed = take('removed')
    const added = take('added')
    for (let row = 0; row < Math.max(removed.length, added.length); row++)
      pairs.push([removed[row] ?? null, added[row] ?? null])
  }
  return pairs
}
