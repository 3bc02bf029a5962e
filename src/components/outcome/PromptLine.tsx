import type { LineChange } from './compareLines.js'
import { splitAtVariables } from './findVariables.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

interface PromptLineProps {
  line: LineChange
  labels: CardAndOutcomeLabels
  /** Whether the same line is beside it. @default false */
  isRepeated?: boolean
}

/** A line of a prompt. Only what is in the new version can be selected, so that copying gives its text. */
export function PromptLine({ line: { kind, words }, labels, isRepeated }: PromptLineProps) {
  const Change = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span'
  const isWhole = words.every(({ isChanged }) => isChanged)
  return (
    <div className="rpo-line" data-change={kind} aria-hidden={isRepeated || undefined}>
      {kind !== 'unchanged' && <bdi className="rpo-hidden">{`${labels.lineChange(kind)} `}</bdi>}
      <Change className="rpo-line-text">
        {words.map(({ text, isChanged }, index) => {
          const pieces = splitAtVariables(text).map((piece, at) =>
            piece.isVariable ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity
              <code key={at} className="rpo-variable">
                {piece.text}
              </code>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity
              <span key={at}>{piece.text}</span>
            ),
          )
          return isChanged && !isWhole ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: words have no identity
            <mark key={index} className="rpo-word">
              {pieces}
            </mark>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: words have no identity
            <span key={index}>{pieces}</span>
          )
        })}
      </Change>
    </div>
  )
}
