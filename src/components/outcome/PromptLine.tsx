import type { ReactNode } from 'react'
import { splitAtVariables } from './findVariables.js'
import { LongList } from './LongList.js'
import { type LineChange, MAX_LINE_LENGTH, type WordChange } from './lines.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

interface PromptLineProps {
  line: LineChange
  labels: CardAndOutcomeLabels
  /** Whether the same line is beside it. @default false */
  isRepeated?: boolean
}

const LINE_PART = new RegExp(`.{1,${MAX_LINE_LENGTH}}`, 'gsu')

/** A line of a prompt. Only what is in the new version can be selected, so that copying gives its text. */
export function PromptLine({ line: { kind, words }, labels, isRepeated }: PromptLineProps) {
  const Change = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'div'
  const [first] = words
  const parts = words.length === 1 && first ? first.text.match(LINE_PART) : null
  return (
    <div className="rpo-line" data-change={kind} aria-hidden={isRepeated || undefined}>
      {kind !== 'unchanged' && <bdi className="rpo-hidden">{`${labels.lineChange(kind)} `}</bdi>}
      <Change className="rpo-line-text">
        {parts && parts.length > 1 ? (
          <LongList items={parts} pageSize={1} labels={labels} render={renderText} />
        ) : (
          renderWords(words)
        )}
      </Change>
    </div>
  )
}

function renderWords(words: readonly WordChange[]): ReactNode {
  // An empty block is skipped when its text is copied.
  if (words.every(({ text }) => text === '')) return <br />
  const isWhole = words.every(({ isChanged }) => isChanged)
  return words.map(({ text, isChanged }, index) =>
    isChanged && !isWhole ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: words have no identity
      <mark key={index} className="rpo-word">
        {renderText(text, index)}
      </mark>
    ) : (
      renderText(text, index)
    ),
  )
}

/** A text in which variables stand out. */
function renderText(text: string, key: number): ReactNode {
  const pieces = splitAtVariables(text).map((piece, index) =>
    piece.isVariable ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity
      <code key={index} className="rpo-variable">
        {piece.text}
      </code>
    ) : (
      piece.text
    ),
  )
  return <span key={key}>{pieces}</span>
}
