'use client'

import { type ReactNode, useState } from 'react'
import type { CardLabels } from '../../labels/JobLabels.js'

interface RefetchButtonProps {
  className: string
  /** Never rejects. */
  refetch: () => Promise<void>
  labels: CardLabels
  children: ReactNode
}

/** Checks now, and says so while it does. */
export function RefetchButton({ className, refetch, labels, children }: RefetchButtonProps) {
  const [isChecking, setIsChecking] = useState(false)
  const check = async () => {
    if (isChecking) return
    setIsChecking(true)
    await refetch()
    setIsChecking(false)
  }
  // Not `disabled`, which would take the focus away from whoever pressed it.
  return (
    <button type="button" className={className} aria-disabled={isChecking} onClick={check}>
      {isChecking ? labels.retrying : children}
    </button>
  )
}
