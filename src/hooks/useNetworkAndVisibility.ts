'use client'

import { focusManager, onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

type Status = `${boolean} ${boolean}`

const subscribe = (onChange: () => void) => {
  const unsubscribers = [onlineManager.subscribe(onChange), focusManager.subscribe(onChange)]
  return () => {
    for (const unsubscribe of unsubscribers) unsubscribe()
  }
}
const read = (): Status => `${onlineManager.isOnline()} ${focusManager.isFocused()}`
const readOnServer = (): Status => 'true true'

/** Whether TanStack Query takes the browser to be online, and the page to be shown. On the server, both. */
export function useNetworkAndVisibility(): { isOnline: boolean; isVisible: boolean } {
  const status = useSyncExternalStore(subscribe, read, readOnServer)
  const [isOnline, isVisible] = status.split(' ')
  return { isOnline: isOnline === 'true', isVisible: isVisible === 'true' }
}
