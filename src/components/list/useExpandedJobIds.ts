'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

/** Which rows are expanded: controlled with `expandedJobIds`, otherwise uncontrolled. */
export interface JobListExpansion {
  /** The jobs whose cards are expanded, if the app controls it. @default uncontrolled */
  expandedJobIds?: readonly string[] | undefined
  /** The jobs whose cards are initially expanded, if uncontrolled. @default none */
  defaultExpandedJobIds?: readonly string[] | undefined
  /** Called when a row expands or collapses, with all expanded jobs. */
  onExpandedJobIdsChange?: ((jobIds: readonly string[]) => void) | undefined
}

const NONE: readonly string[] = []

/** Returns the expanded jobs, and a stable function that expands or collapses one. */
export function useExpandedJobIds({
  expandedJobIds,
  defaultExpandedJobIds = NONE,
  onExpandedJobIdsChange,
}: JobListExpansion): [jobIds: readonly string[], toggle: (jobId: string) => void] {
  const [ownJobIds, setOwnJobIds] = useState(defaultExpandedJobIds)
  const isControlled = expandedJobIds !== undefined
  const jobIds = expandedJobIds ?? ownJobIds
  const latest = useRef({ jobIds, isControlled, onExpandedJobIdsChange })
  useEffect(() => {
    latest.current = { jobIds, isControlled, onExpandedJobIdsChange }
  })
  const toggle = useCallback((jobId: string) => {
    const { jobIds, isControlled, onExpandedJobIdsChange } = latest.current
    const next = jobIds.includes(jobId) ? jobIds.filter((id) => id !== jobId) : [...jobIds, jobId]
    if (!isControlled) {
      // For another call before the next render.
      latest.current.jobIds = next
      setOwnJobIds(next)
    }
    onExpandedJobIdsChange?.(next)
  }, [])
  return [jobIds, toggle]
}
