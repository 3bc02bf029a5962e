'use client'

import { focusManager, onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

const subscribeToOnline = (onChange: () => void) => onlineManager.subscribe(onChange)
const subscribeToVisible = (onChange: () => void) => focusManager.subscribe(onChange)
const always = () => true

/** Whether TanStack Query takes the browser to be online, and the page to be shown. On the server, both. */
export function useBrowserStatus(): { isOnline: boolean; isVisible: boolean } {
  const isOnline = useSyncExternalStore(subscribeToOnline, () => onlineManager.isOnline(), always)
  const isVisible = useSyncExternalStore(subscribeToVisible, () => focusManager.isFocused(), always)
  return { isOnline, isVisible }
}
