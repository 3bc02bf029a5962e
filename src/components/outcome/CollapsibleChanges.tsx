'use client'

import type { PromptChanges } from '../../hooks/OptimizationOutcome.js'
import { formatCount } from '../../labels/format.js'
import { Collapsible } from './Collapsible.js'
import { getComparison } from './compareVersions.js'
import { OutcomeLine } from './OutcomeLine.js'
import { PromptDiffActions } from './PromptDiffActions.js'
import { PromptDiffContent } from './PromptDiffContent.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'
import { usePromptDiffView } from './usePromptDiffView.js'

interface CollapsibleChangesProps {
  changes: PromptChanges
  defaultOpen: boolean
  labels: CardAndOutcomeLabels
  locale: string
}

/** `Changes to the prompt: 4 lines added, 2 removed`. */
export function CollapsibleChanges({ changes, defaultOpen, ...localization }: CollapsibleChangesProps) {
  const { labels, locale } = localization
  const { original, optimized } = changes
  const comparison = getComparison(original, optimized)
  const { isIdentical, addedCount, removedCount } = comparison
  // Not `+4 −2`: the name of a button contains the text that it shows.
  const line =
    addedCount + removedCount > 0
      ? labels.lineCounts(formatCount(addedCount, locale), formatCount(removedCount, locale))
      : labels.messageChange('changed')
  const [view, choose] = usePromptDiffView({})
  if (isIdentical) {
    return (
      <OutcomeLine title={labels.promptChanges}>
        <span>{labels.promptUnchanged}</span>
      </OutcomeLine>
    )
  }
  return (
    <Collapsible
      title={labels.promptChanges}
      line={<span className="rpo-outcome-summary">{line}</span>}
      actions={<PromptDiffActions version={optimized} view={view} labels={labels} onChoose={choose} />}
      defaultOpen={defaultOpen}
    >
      <PromptDiffContent {...localization} {...changes} view={view} comparison={comparison} />
    </Collapsible>
  )
}
