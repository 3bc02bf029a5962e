'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and while hydrating, where what only the browser knows would not match; true from then on. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
