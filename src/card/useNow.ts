'use client'

import { useSyncExternalStore } from 'react'

// One timer for all clocks on the page, running only while there is one.
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const tick of listeners) tick()
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

const currentSecond = () => Math.floor(Date.now() / 1000)
const unknown = () => null

/**
 * The time in milliseconds, to the second; renders once a second, so it belongs in a leaf. Null on the server and while
 * hydrating, where the two sides cannot agree on it.
 */
export function useNow(): number | null {
  const second = useSyncExternalStore(subscribe, currentSecond, unknown)
  return second === null ? null : second * 1000
}
