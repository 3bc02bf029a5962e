'use client'

import type { PromptVersion } from '../../core/promptVersion.js'
import { CopyPromptButton } from './CopyPromptButton.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'
import type { PromptDiffView } from './usePromptDiffView.js'

interface ViewChoiceProps {
  view: PromptDiffView
  labels: CardAndOutcomeLabels
  onChoose: (view: PromptDiffView) => void
}

/** The choice of the view, and a button that copies the new prompt. */
export function PromptDiffActions({ version, ...choice }: ViewChoiceProps & { version: PromptVersion }) {
  return (
    <div className="rpo-diff-actions">
      <ViewChoice {...choice} />
      <CopyPromptButton version={version} labels={choice.labels} />
    </div>
  )
}

function ViewChoice({ view, labels, onChoose }: ViewChoiceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div className="rpo-view" role="group" aria-label={labels.view}>
      {(['unified', 'split'] as const).map((option) => (
        <button
          key={option}
          type="button"
          className="rpo-text-button"
          aria-pressed={view === option}
          onClick={() => onChoose(option)}
        >
          {option === 'unified' ? labels.unifiedView : labels.splitView}
        </button>
      ))}
    </div>
  )
}
