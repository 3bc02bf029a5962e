'use client'

import { forwardRef, type ReactElement, useId } from 'react'
import type { PromptVersion } from '../../core/promptVersion.js'
import type { LocalizationProps } from '../../hooks/useLabels.js'
import { type PartProps, renderElement } from '../shared/renderElement.js'
import { getComparison, type VersionComparison } from './compareVersions.js'
import { LineCounts } from './LineCounts.js'
import { PromptDiffActions } from './PromptDiffActions.js'
import { PromptDiffContent } from './PromptDiffContent.js'
import { useOutcomeLabels } from './useOutcomeLabels.js'
import { type PromptDiffViewProps, usePromptDiffView } from './usePromptDiffView.js'

/** Props of {@link PromptDiff}, in addition to those of a `section`. */
export interface PromptDiffProps
  extends PartProps<'section', VersionComparison>,
    LocalizationProps,
    PromptDiffViewProps {
  /** The version to improve. */
  original: PromptVersion
  /** The new version. */
  optimized: PromptVersion
}

/**
 * Renders what changed between two versions of a prompt: by message, line and word, with the settings and variables that
 * differ. It takes two versions and never fetches.
 *
 * @example
 * const outcome = useOptimizationOutcome({ projectId, job })
 * if (outcome.changes.kind !== 'ready') return null
 * return <PromptDiff original={outcome.changes.original} optimized={outcome.changes.optimized} />
 */
export const PromptDiff = /* @__PURE__ */ forwardRef<HTMLElement, PromptDiffProps>(function PromptDiff(
  { original, optimized, view, defaultView, onViewChange, labels: labelsProp, locale: localeProp, ...props },
  ref,
): ReactElement {
  const { labels, locale } = useOutcomeLabels({ labels: labelsProp, locale: localeProp })
  const [shownView, choose] = usePromptDiffView({ view, defaultView, onViewChange })
  const titleId = useId()
  const comparison = getComparison(original, optimized)
  return renderElement(
    'section',
    { className: 'rpo-outcome rpo-diff', dir: labels.direction, 'aria-labelledby': titleId },
    { ...props, ref },
    comparison,
    <div className="rpo-diff-header">
      <span id={titleId} className="rpo-label">
        {labels.promptChanges}
      </span>
      {!comparison.isIdentical && (
        <>
          <LineCounts comparison={comparison} labels={labels} locale={locale} />
          <PromptDiffActions version={optimized} view={shownView} labels={labels} onChoose={choose} />
        </>
      )}
    </div>,
    <PromptDiffContent
      original={original}
      optimized={optimized}
      view={shownView}
      comparison={comparison}
      labels={labels}
      locale={locale}
    />,
  )
})
