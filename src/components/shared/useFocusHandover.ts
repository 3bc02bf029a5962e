import type { RefObject } from 'react'
import { useIsomorphicLayoutEffect } from '../../hooks/useIsomorphicLayoutEffect.js'

const REGIONS = '.rpo-card, .rpo-list, .rpo-form, .rpo-outcome'

/** Moves the focus from an element that is removed to the card, list, form or outcome around it, if that stays. */
export function useFocusHandover(ref: RefObject<HTMLElement | null>): void {
  useIsomorphicLayoutEffect(() => {
    const { current: element } = ref
    return () => {
      if (!element?.contains(getActiveElement(element))) return
      const region = element.closest<HTMLElement>(REGIONS)
      // Once React has removed the element: `Activity` only hides it, and StrictMode keeps it.
      queueMicrotask(() => {
        if (element.isConnected || !region?.isConnected) return
        region.tabIndex = -1
        region.addEventListener('blur', () => region.removeAttribute('tabindex'), { once: true })
        region.focus({ preventScroll: true })
      })
    }
  }, [ref])
}

/** The focused element of the document or shadow root that contains the element, which may be that of another window. */
function getActiveElement(element: Element): Element | null {
  const root = element.getRootNode()
  // Not `instanceof`: another window has classes of its own.
  return 'activeElement' in root ? (root.activeElement as Element | null) : null
}
