import type { LineChange } from './compareLines.js'

/** Lines that are shown, or a run of unchanged ones that is collapsed. */
export interface LineRun {
  isCollapsed: boolean
  lines: readonly LineChange[]
}

// Unchanged lines around a change, which say where it is.
const CONTEXT_LINES = 2

/** Collapses runs of unchanged lines, except for some context. A run is worth it from two lines. */
export function collapseLines(lines: readonly LineChange[]): LineRun[] {
  const runs: LineRun[] = []
  let start = 0
  while (start < lines.length) {
    const isUnchanged = lines[start]?.kind === 'unchanged'
    let end = start
    while (end < lines.length && (lines[end]?.kind === 'unchanged') === isUnchanged) end++
    const collapseStart = isUnchanged ? start + (start === 0 ? 0 : CONTEXT_LINES) : end
    const collapseEnd = isUnchanged ? end - (end === lines.length ? 0 : CONTEXT_LINES) : end
    if (collapseEnd - collapseStart < 2) runs.push({ isCollapsed: false, lines: lines.slice(start, end) })
    else {
      runs.push({ isCollapsed: false, lines: lines.slice(start, collapseStart) })
      runs.push({ isCollapsed: true, lines: lines.slice(collapseStart, collapseEnd) })
      runs.push({ isCollapsed: false, lines: lines.slice(collapseEnd, end) })
    }
    start = end
  }
  return runs.filter((run) => run.lines.length > 0)
}
