'use client'

import { useRef, useState } from 'react'
import type { CardLabels } from '../../labels/CardLabels.js'
import { useFocusHandover } from './useFocusHandover.js'

interface RefetchButtonProps {
  id?: string
  'aria-labelledby'?: string
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
  refetch,
  isOffline = false,
  labels,
  children,
  ...attributes
}: RefetchButtonProps) {
  const [isPending, setIsPending] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  const handleClick = async () => {
    if (isPending) return
    setIsPending(true)
    await refetch()
    setIsPending(false)
  }
  // Not `disabled`, which would lose the focus.
  return (
    <button {...attributes} ref={button} type="button" aria-disabled={isPending} onClick={handleClick}>
      {isPending && !isOffline ? labels.retrying : children}
    </button>
  )
}
