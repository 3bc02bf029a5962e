'use client'

import { useEffect, useState } from 'react'

/**
 * False during the commit in which the key changes, for `subscribed` of TanStack Query. An observer that switches to another
 * query fetches at once; one that unsubscribes and subscribes again follows the schedule, including Retry-After.
 */
export function useIsSettled(key: string | null): boolean {
  const [settledKey, setSettledKey] = useState(key)
  const isSettled = settledKey === key
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- false during one commit, not in one render
    if (!isSettled) setSettledKey(key)
  }, [isSettled, key])
  return isSettled
}
