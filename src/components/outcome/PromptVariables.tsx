import { LongList } from './LongList.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

interface PromptVariablesProps {
  term: string
  names: readonly string[]
  change: 'added' | 'removed'
  labels: CardAndOutcomeLabels
}

export function PromptVariables({ term, names, change, labels }: PromptVariablesProps) {
  if (names.length === 0) return null
  return (
    <div className="rpo-variables" data-change={change}>
      <span>{`${term}: `}</span>
      <LongList
        items={names}
        labels={labels}
        render={(name) => <code key={name} className="rpo-variable">{`{{${name}}}`}</code>}
      />
    </div>
  )
}
