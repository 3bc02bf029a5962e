'use client'

import { type ReactNode, useState } from 'react'
import { useJobStatus } from './JobStatusRoot.js'

/** Checks the job now, and says so while it does. */
export function RefetchButton({ className, children }: { className: string; children: ReactNode }) {
  const { state, labels } = useJobStatus('Actions')
  const [isChecking, setIsChecking] = useState(false)
  const check = async () => {
    setIsChecking(true)
    await state.refetch()
    setIsChecking(false)
  }
  // Not `disabled`, which would take the focus away from whoever pressed it.
  return (
    <button
      type="button"
      className={className}
      aria-disabled={isChecking}
      onClick={() => {
        if (!isChecking) void check()
      }}
    >
      {isChecking ? labels.checking : children}
    </button>
  )
}
