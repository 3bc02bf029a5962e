'use client'

import { type RefAttributes, useEffect, useRef, useState } from 'react'
import { useOptimizationContext } from '../../hooks/OptimizationContext.js'
import { renderIcon } from '../shared/renderIcon.js'
import { createPart } from './createPart.js'
import { type JobStatusContextValue, type JobStatusPartProps, renderPart } from './JobStatusContext.js'

const COPIED_MS = 2_000
const IDS = ['jobId', 'promptTemplateId', 'originalVersionId', 'optimizedVersionId'] as const

type Props = JobStatusPartProps<'dl'>

export function renderIds(card: JobStatusContextValue, props: Props & RefAttributes<HTMLDListElement>) {
  const { labels, state } = card
  const { job } = state
  if (!job) return null
  const entries = IDS.map((key) => {
    const id = job[key]
    return id && <Id key={key} name={labels[key]} id={id} card={card} />
  })
  return renderPart('dl', 'rpo-ids', card, props, null, entries)
}

function Id({ name, id, card }: { name: string; id: string; card: JobStatusContextValue }) {
  const { labels, title } = card
  const { announcer } = useOptimizationContext()
  const [isCopied, setIsCopied] = useState(false)
  const text = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setIsCopied(false), COPIED_MS)
    return () => clearTimeout(timer)
  }, [isCopied])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(id)
      setIsCopied(true)
      announcer?.announce(`copy ${id}`, null, labels.copied)
    } catch {
      // No clipboard access without HTTPS or permission: select the ID, ready to be copied by keyboard.
      text.current?.ownerDocument.getSelection()?.selectAllChildren(text.current)
    }
  }
  return (
    <div className="rpo-entry">
      <dt>{name}</dt>
      <dd>
        <code ref={text} className="rpo-id-text" title={id}>
          {id}
        </code>
        <button
          type="button"
          className="rpo-icon-button"
          aria-label={`${isCopied ? labels.copied : labels.copy(name)}, ${title}`}
          data-copied={isCopied || undefined}
          onClick={copy}
        >
          {renderIcon('rpo-icon', isCopied ? 'm3.5 8.5 3 3 6-7' : 'M6 6V3h7v7h-3M3 6h7v7H3z')}
        </button>
      </dd>
    </div>
  )
}

/**
 * The IDs of the job, its prompt template and its versions, each with a copy button. Sets `data-kind` and
 * `data-connection`, and `data-copied` on a button for two seconds after copying.
 */
export const JobStatusIds = /* @__PURE__ */ createPart<HTMLDListElement, Props>('Ids', renderIds)
