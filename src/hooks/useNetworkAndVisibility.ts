'use client'

import { focusManager, onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

type Snapshot = `${boolean} ${boolean}`

const subscribe = (onChange: () => void) => {
  const unsubscribers = [onlineManager.subscribe(onChange), focusManager.subscribe(onChange)]
  return () => {
    for (const unsubscribe of unsubscribers) unsubscribe()
  }
}
const getSnapshot = (): Snapshot => `${onlineManager.isOnline()} ${focusManager.isFocused()}`
const getServerSnapshot = (): Snapshot => 'true true'

/** Whether the browser is online and the page visible, according to TanStack Query; both are true on the server. */
export function useNetworkAndVisibility(): { isOnline: boolean; isVisible: boolean } {
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
  const [isOnline, isVisible] = snapshot.split(' ')
  return { isOnline: isOnline === 'true', isVisible: isVisible === 'true' }
}
