import { vi } from 'vitest'

/**
 * Mock `IntersectionObserver`, because jsdom has no layout: all elements start off screen; the returned function moves them on or
 * off screen.
 */
export function mockIntersectionObserver(): (isOnScreen?: boolean) => void {
  const observed = new Map<Element, IntersectionObserverCallback>()
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(readonly callback: IntersectionObserverCallback) {}
      observe(element: Element) {
        observed.set(element, this.callback)
        this.notify(element, false)
      }
      unobserve(element: Element) {
        observed.delete(element)
      }
      notify(target: Element, isIntersecting: boolean) {
        this.callback([{ target, isIntersecting } as IntersectionObserverEntry], this as never)
      }
    },
  )
  return (isIntersecting = true) => {
    for (const [target, callback] of observed) {
      callback([{ target, isIntersecting } as IntersectionObserverEntry], {} as IntersectionObserver)
    }
  }
}
