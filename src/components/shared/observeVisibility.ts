type Listener = (isOnScreen: boolean) => void

interface Watched {
  listeners: Set<Listener>
  /** Undefined until the browser has told. */
  isOnScreen?: boolean
}

const watched = new Map<Element, Watched>()
let observer: IntersectionObserver | undefined

/**
 * Tells whether an element is on the screen, and when that changes; returns what ends that. One observer serves the page.
 * Where the browser cannot tell, everything counts as on the screen.
 */
export function observeVisibility(element: Element, listener: Listener): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    listener(true)
    return () => {}
  }
  const { listeners, isOnScreen } = watched.get(element) ?? observe(element)
  listeners.add(listener)
  if (isOnScreen !== undefined) listener(isOnScreen)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    watched.delete(element)
    observer?.unobserve(element)
    if (watched.size === 0) observer = undefined
  }
}

function observe(element: Element): Watched {
  const entry: Watched = { listeners: new Set() }
  watched.set(element, entry)
  observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const seen = watched.get(target)
      if (!seen) continue
      seen.isOnScreen = isIntersecting
      for (const listener of seen.listeners) listener(isIntersecting)
    }
  })
  observer.observe(element)
  return entry
}
