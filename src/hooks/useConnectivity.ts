'use client'

import { focusManager, onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { getJumpCount, subscribeToJumps } from '../core/deviceClock.js'

type Snapshot = `${boolean} ${boolean} ${number}`

const subscribe = (onChange: () => void) => {
  const unsubscribers = [
    onlineManager.subscribe(onChange),
    focusManager.subscribe(onChange),
    subscribeToJumps(onChange),
  ]
  return () => {
    for (const unsubscribe of unsubscribers) unsubscribe()
  }
}
const getSnapshot = (): Snapshot =>
  `${onlineManager.isOnline()} ${focusManager.isFocused()} ${getJumpCount()}`
const getServerSnapshot = (): Snapshot => 'true true 0'

/**
 * Whether the browser is online and the page visible, according to TanStack Query; both are true on the server. Also
 * renders after a jump of the device's clock. Not in the provider's context: a change of it makes React discard pending
 * Suspense boundaries of a streamed page, and render every component that reads the context.
 */
export function useConnectivity(): { isOnline: boolean; isVisible: boolean } {
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
  const [isOnline, isVisible] = snapshot.split(' ')
  return { isOnline: isOnline === 'true', isVisible: isVisible === 'true' }
}
