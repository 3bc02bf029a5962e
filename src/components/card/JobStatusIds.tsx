'use client'

import { type ComponentPropsWithoutRef, useEffect, useRef, useState } from 'react'
import { useOptimizationContext } from '../../hooks/OptimizationContext.js'
import type { CardLabels } from '../../labels/JobLabels.js'
import { Icon } from '../shared/Icon.js'
import { createPart } from './createPart.js'

const COPIED_MS = 2_000
const IDS = ['jobId', 'promptTemplateId', 'originalVersionId', 'optimizedVersionId'] as const

/** The IDs of the job, its prompt template and its versions, each with a copy button. */
export const JobStatusIds = createPart<HTMLDListElement, ComponentPropsWithoutRef<'dl'>>(
  'Ids',
  ({ state: { job }, labels }, props) =>
    job && (
      <dl {...props}>
        {IDS.map((key) => {
          const id = job[key]
          return id && <Id key={key} name={labels[key]} id={id} labels={labels} />
        })}
      </dl>
    ),
)

function Id({ name, id, labels }: { name: string; id: string; labels: CardLabels }) {
  const { announce } = useOptimizationContext()
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
      announce?.(`copy ${id}`, labels.copied)
    } catch {
      // No clipboard access without HTTPS or permission: select the ID, ready to be copied by keyboard.
      if (text.current) getSelection()?.selectAllChildren(text.current)
    }
  }
  return (
    <div className="rpo-id">
      <dt>{name}</dt>
      <dd>
        <code ref={text} className="rpo-id-text" title={id}>
          {id}
        </code>
        <button
          type="button"
          className="rpo-icon-button"
          aria-label={isCopied ? labels.copied : labels.copy(name)}
          data-copied={isCopied || undefined}
          onClick={copy}
        >
          <Icon path={isCopied ? 'm3.5 8.5 3 3 6-7' : 'M6 6V3h7v7h-3M3 6h7v7H3z'} />
        </button>
      </dd>
    </div>
  )
}
