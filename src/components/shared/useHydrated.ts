'use client'

import { useSyncExternalStore } from 'react'

const neverChanges = () => () => {}

/** False on the server and while hydrating, true from then on: for output that only the browser knows. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
}
