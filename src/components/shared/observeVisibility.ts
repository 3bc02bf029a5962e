type Listener = (isVisible: boolean) => void

interface Observed {
  listeners: Set<Listener>
  /** Undefined until the observer's first callback. */
  isVisible?: boolean
}

const observed = new Map<Element, Observed>()
let observer: IntersectionObserver | undefined

/**
 * Calls the listener with whether the element is in the viewport, now and on every change; returns the unsubscribe
 * function. One observer serves the page. Without `IntersectionObserver`, every element counts as visible.
 */
export function observeVisibility(element: Element, listener: Listener): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    listener(true)
    return () => {}
  }
  const { listeners, isVisible } = observed.get(element) ?? observe(element)
  listeners.add(listener)
  if (isVisible !== undefined) listener(isVisible)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    observed.delete(element)
    observer?.unobserve(element)
    if (observed.size === 0) observer = undefined
  }
}

function observe(element: Element): Observed {
  const entry: Observed = { listeners: new Set() }
  observed.set(element, entry)
  observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const changed = observed.get(target)
      if (!changed) continue
      changed.isVisible = isIntersecting
      for (const listener of changed.listeners) listener(isIntersecting)
    }
  })
  observer.observe(element)
  return entry
}
