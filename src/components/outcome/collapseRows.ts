/** A row, or a run of unchanged ones that is collapsed. */
export type CollapsedRow<Row> = { row: Row; collapsed?: never } | { row?: never; collapsed: readonly Row[] }

// Unchanged rows around a change, which say where it is.
const CONTEXT_ROWS = 2

/** Collapses runs of unchanged rows, except for some context. A run is worth it from two rows. */
export function collapseRows<Row>(
  rows: readonly Row[],
  isUnchanged: (row: Row) => boolean,
): CollapsedRow<Row>[] {
  const collapsed: CollapsedRow<Row>[] = []
  for (let start = 0; start < rows.length; ) {
    let end = start
    while (end < rows.length && isUnchanged(rows[end] as Row)) end++
    const collapseStart = start === 0 ? 0 : start + CONTEXT_ROWS
    const collapseEnd = end === rows.length ? end : end - CONTEXT_ROWS
    const isWorthIt = collapseEnd - collapseStart >= 2
    // A row that changed has no run before it.
    const shownEnd = isWorthIt ? collapseStart : Math.max(end, start + 1)
    for (const row of rows.slice(start, shownEnd)) collapsed.push({ row })
    if (isWorthIt) {
      collapsed.push({ collapsed: rows.slice(collapseStart, collapseEnd) })
      for (const row of rows.slice(collapseEnd, end)) collapsed.push({ row })
    }
    start = isWorthIt ? end : shownEnd
  }
  return collapsed
}
