'use client'

import { useState } from 'react'
import type { CardLabels } from '../../labels/JobLabels.js'

interface RefetchButtonProps {
  className: string
  /** Never rejects. */
  refetch: () => Promise<void>
  /** Whether `refetch` waits for the network. @default false */
  isOffline?: boolean
  labels: CardLabels
  children: string
}

/** A button that refetches, with a pending label while it does. */
export function RefetchButton({
  className,
  refetch,
  isOffline = false,
  labels,
  children,
}: RefetchButtonProps) {
  const [isPending, setIsPending] = useState(false)
  const handleClick = async () => {
    if (isPending) return
    setIsPending(true)
    await refetch()
    setIsPending(false)
  }
  // Not `disabled`, which would lose the focus.
  return (
    <button type="button" className={className} aria-disabled={isPending} onClick={handleClick}>
      {isPending && !isOffline ? labels.retrying : children}
    </button>
  )
}
