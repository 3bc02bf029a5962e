type Listener = (isOnScreen: boolean) => void

const listenersOf = new Map<Element, Set<Listener>>()
let observer: IntersectionObserver | undefined

/**
 * Tells whether an element is on the screen, and when that changes; returns what ends that. One observer serves the page.
 * Where the browser cannot tell, everything counts as on the screen.
 */
export function watchViewport(element: Element, listener: Listener): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    listener(true)
    return () => {}
  }
  observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      for (const each of listenersOf.get(target) ?? []) each(isIntersecting)
    }
  })
  const listeners = listenersOf.get(element) ?? new Set()
  listenersOf.set(element, listeners.add(listener))
  // Observing anew has the newcomer told as well.
  observer.unobserve(element)
  observer.observe(element)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    listenersOf.delete(element)
    observer?.unobserve(element)
    if (listenersOf.size === 0) observer = undefined
  }
}
