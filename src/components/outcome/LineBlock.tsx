'use client'

import { type ReactNode, useState } from 'react'
import { formatCount } from '../../labels/format.js'
import { collapseLines, type LineRun } from './collapseLines.js'
import type { LineChange, LineComparison } from './compareLines.js'
import { LineCounts } from './LineCounts.js'
import { PromptLine } from './PromptLine.js'
import { pairLines } from './pairLines.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

interface LinesProps {
  isSplit: boolean
  labels: CardAndOutcomeLabels
  locale: string
}

interface LineBlockProps extends LinesProps {
  title: string
  /** What happened to it. */
  note: string
  /** The lines, if they differ. */
  comparison: LineComparison | null
  lines: readonly LineChange[]
  children?: ReactNode
}

/** A message, or a setting of several lines. Unchanged lines are collapsed. */
export function LineBlock({ title, note, comparison, lines, children, ...props }: LineBlockProps) {
  return (
    <div className="rpo-line-block">
      <div className="rpo-line-block-header">
        <strong>
          <bdi>{title}</bdi>
        </strong>
        <span className="rpo-note">{note}</span>
        {comparison && <LineCounts {...props} comparison={comparison} />}
      </div>
      {comparison?.isTooLarge && (
        <div className="rpo-line-block-note rpo-note">{props.labels.tooLargeToCompare}</div>
      )}
      {lines.length > 0 && (
        // The direction is that of the prompt, not of the interface.
        <div dir="auto">
          {collapseLines(lines).map((run, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity
            <Run key={index} {...props} run={run} />
          ))}
        </div>
      )}
      {children}
    </div>
  )
}

/** Lines, which a button shows and hides if they are collapsed. */
function Run({ run: { lines, isCollapsed }, isSplit, labels, locale }: LinesProps & { run: LineRun }) {
  const [isShown, setIsShown] = useState(!isCollapsed)
  const toggleLabel = isShown ? labels.hideUnchanged : labels.showUnchanged
  return (
    <>
      {isCollapsed && (
        // It stays, so that the focus does, too.
        <button
          type="button"
          className="rpo-text-button rpo-collapsed-lines"
          onClick={() => setIsShown(!isShown)}
        >
          <bdi>{toggleLabel(lines.length, formatCount(lines.length, locale))}</bdi>
        </button>
      )}
      {isShown && (isSplit ? renderPairs(lines, labels) : renderLines(lines, labels))}
    </>
  )
}

function renderLines(lines: readonly LineChange[], labels: CardAndOutcomeLabels): ReactNode {
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity
    <PromptLine key={index} line={line} labels={labels} />
  ))
}

function renderPairs(lines: readonly LineChange[], labels: CardAndOutcomeLabels): ReactNode {
  return pairLines(lines).map(([before, after], index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity
    <div key={index} className="rpo-line-pair">
      {before ? <PromptLine line={before} labels={labels} /> : <div />}
      {after ? (
        // Screen readers read a line that is the same in both once.
        <PromptLine line={after} labels={labels} isRepeated={after === before} />
      ) : (
        <div />
      )}
    </div>
  ))
}
