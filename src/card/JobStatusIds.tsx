'use client'

import { type ComponentPropsWithoutRef, forwardRef, useEffect, useRef, useState } from 'react'
import { useOptimizationSurroundings } from '../hooks/OptimizationProvider.js'
import { useJobStatus, usePart } from './JobStatusRoot.js'

const COPIED_MS = 2_000

/** The ids of the job, its template and its versions, each to be copied with one click. */
export const JobStatusIds = forwardRef<HTMLDListElement, ComponentPropsWithoutRef<'dl'>>(
  function JobStatusIds(props, ref) {
    const { state, labels, partProps } = usePart('Ids', 'rpo-ids', props)
    const { job } = state
    if (!job) return null
    return (
      <dl {...partProps} ref={ref}>
        <Id name={labels.jobId} id={job.jobId} />
        <Id name={labels.promptTemplateId} id={job.promptTemplateId} />
        <Id name={labels.originalVersionId} id={job.originalVersionId} />
        {job.optimizedVersionId && <Id name={labels.optimizedVersionId} id={job.optimizedVersionId} />}
      </dl>
    )
  },
)

function Id({ name, id }: { name: string; id: string }) {
  const { labels } = useJobStatus('Ids')
  const { announce } = useOptimizationSurroundings()
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
      announce?.(`copy ${id} ${Date.now()}`, labels.copied)
    } catch {
      // No clipboard without https, or without leave: selected, the id is one key away from it.
      if (text.current) getSelection()?.selectAllChildren(text.current)
    }
  }
  return (
    <div className="rpo-id">
      <dt>{name}</dt>
      <dd>
        <code ref={text} className="rpo-id-text">
          {id}
        </code>
        <button
          type="button"
          className="rpo-icon-button"
          aria-label={isCopied ? labels.copied : labels.copy(name)}
          data-copied={isCopied || undefined}
          onClick={copy}
        >
          <svg className="rpo-icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d={isCopied ? 'm3.5 8.5 3 3 6-7' : 'M6 6V3h7v7h-3M3 6h7v7H3z'} />
          </svg>
        </button>
      </dd>
    </div>
  )
}
