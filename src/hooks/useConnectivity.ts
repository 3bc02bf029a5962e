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

/** According to TanStack Query; online and visible on the server. */
export interface Connectivity {
  isOnline: boolean
  /** Whether the page is visible. */
  isVisible: boolean
  /** Changes when the device's clock jumps. */
  jumpCount: string | undefined
}

/** Renders when it changes. */
export function useConnectivity(): Connectivity {
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
  const [isOnline, isVisible, jumpCount] = snapshot.split(' ')
  return { isOnline: isOnline === 'true', isVisible: isVisible === 'true', jumpCount }
}
