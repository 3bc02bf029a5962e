'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { formatCount } from '../../labels/format.js'
import { collapseRows } from './collapseRows.js'
import type { LineComparison } from './compareLines.js'
import { LineCounts } from './LineCounts.js'
import { LongList } from './LongList.js'
import { getLineSize, type LineChange } from './lines.js'
import { PromptLine } from './PromptLine.js'
import { type LinePair, pairLines } from './pairLines.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

interface LinesProps {
  isSplit: boolean
  labels: CardAndOutcomeLabels
  locale: string
}

interface LineBlockProps extends LinesProps {
  title: string
  /** What happened to it; null if it is not compared. */
  note: string | null
  /** The lines, if they differ. */
  comparison: LineComparison | null
  lines: readonly LineChange[]
  /** The names of both versions, for the columns. @default none */
  columns?: { before: string; after: string }
  /** Whether unchanged lines are collapsed. @default true */
  isCollapsible?: boolean
  /** Names of what is no text. */
  media: readonly string[]
  /** Names of what is no text, of the original version. @default none */
  removedMedia?: readonly string[]
}

/** A message, or a setting of several lines. Unchanged lines are collapsed. */
export function LineBlock({
  title,
  note,
  comparison,
  lines,
  columns,
  isCollapsible = true,
  media,
  removedMedia = [],
  ...props
}: LineBlockProps) {
  const { labels } = props
  return (
    <div className="rpo-line-block">
      <div className="rpo-line-block-header">
        <strong>
          <bdi>{title}</bdi>
        </strong>
        {note && <span className="rpo-note">{note}</span>}
        {comparison && <LineCounts {...props} comparison={comparison} />}
      </div>
      {comparison?.isTooLarge && (
        <div className="rpo-line-block-note rpo-note rpo-not-copied">{labels.tooLargeToCompare}</div>
      )}
      {lines.length > 0 && (
        // The direction is that of the prompt, not of the interface; translated, it would not be what changed.
        <div dir="auto" translate="no">
          {columns && comparison && props.isSplit && (
            <div className="rpo-line-pair rpo-diff-versions">
              <bdi>{columns.before}</bdi>
              <bdi>{columns.after}</bdi>
            </div>
          )}
          {toColumns(lines, comparison, props.isSplit).map((rows, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: there is one, or before and after
            <Rows key={index} {...props} rows={rows} isCollapsible={isCollapsible} />
          ))}
        </div>
      )}
      {removedMedia.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: media have no identity
        <div key={index} className="rpo-line-block-note rpo-note rpo-not-copied">
          <span className="rpo-hidden">{`${labels.lineChange('removed')} `}</span>
          <del>{labels.media(name)}</del>
        </div>
      ))}
      {media.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: media have no identity
        <div key={index} className="rpo-line-block-note rpo-note">
          {labels.media(name)}
        </div>
      ))}
    </div>
  )
}

/** A line, or one of each version side by side. */
type Row = readonly [LineChange | null] | LinePair

/** The rows of one column. Before and after, of which each may be long, where they could not be compared. */
function toColumns(
  lines: readonly LineChange[],
  comparison: LineComparison | null,
  isSplit: boolean,
): (readonly Row[])[] {
  if (isSplit) return [pairLines(lines)]
  const toRows = (shown: readonly LineChange[]) => shown.map((line) => [line] as const)
  if (!comparison?.isTooLarge) return [toRows(lines)]
  return (['removed', 'added'] as const).map((kind) => toRows(lines.filter((line) => line.kind === kind)))
}

function Rows({
  rows,
  isCollapsible,
  labels,
  locale,
}: LinesProps & { rows: readonly Row[]; isCollapsible: boolean }) {
  const items = useMemo(
    () => collapseRows(rows, ([line]) => isCollapsible && line?.kind === 'unchanged'),
    [rows, isCollapsible],
  )
  return (
    <LongList
      items={items}
      labels={labels}
      getSize={(item) => (item.row ? getRowSize(item.row) : 1)}
      render={(item, index) =>
        item.collapsed ? (
          <CollapsedRows key={index} rows={item.collapsed} labels={labels} locale={locale} />
        ) : (
          renderRow(item.row, index, labels)
        )
      }
    />
  )
}

interface CollapsedRowsProps {
  rows: readonly Row[]
  labels: CardAndOutcomeLabels
  locale: string
}

/** Rows that a button shows and hides. */
function CollapsedRows({ rows, labels, locale }: CollapsedRowsProps) {
  const [isShown, setIsShown] = useState(false)
  const label = isShown ? labels.hideUnchanged : labels.showUnchanged
  return (
    <>
      {/* It stays, so that the focus does, too. */}
      <button
        type="button"
        translate="yes"
        className="rpo-text-button rpo-collapsed-lines"
        onClick={() => setIsShown(!isShown)}
      >
        <bdi>{label(rows.length, formatCount(rows.length, locale))}</bdi>
      </button>
      {isShown && (
        <LongList
          items={rows}
          labels={labels}
          getSize={getRowSize}
          render={(row, index) => renderRow(row, index, labels)}
        />
      )}
    </>
  )
}

function getRowSize(row: Row): number {
  return row.reduce((size, line) => size + (line ? getLineSize(line) : 0), 0)
}

function renderRow(row: Row, key: number, labels: CardAndOutcomeLabels): ReactNode {
  const [before, after] = row
  if (after === undefined) return before && <PromptLine key={key} line={before} labels={labels} />
  return (
    <div key={key} className="rpo-line-pair">
      {before ? <PromptLine line={before} labels={labels} /> : <div />}
      {after ? (
        // Screen readers read a line that is the same in both once.
        <PromptLine line={after} labels={labels} isRepeated={after === before} />
      ) : (
        <div />
      )}
    </div>
  )
}
