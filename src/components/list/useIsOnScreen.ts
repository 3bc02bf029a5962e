'use client'

import { type RefObject, useEffect, useState } from 'react'
import { observeVisibility } from '../shared/observeVisibility.js'

/** Whether an element can be seen. Where the browser cannot tell, it counts as seen once it is mounted. */
export function useIsOnScreen(element: RefObject<Element | null>): boolean {
  const [isOnScreen, setIsOnScreen] = useState(false)
  useEffect(() => {
    if (element.current) return observeVisibility(element.current, setIsOnScreen)
  }, [element])
  return isOnScreen
}
