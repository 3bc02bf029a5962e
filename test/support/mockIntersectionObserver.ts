import { vi } from 'vitest'

/** Puts everything off the screen, and returns what shows it, or with `false` hides it again. jsdom has no layout, and so nothing that tells of it. */
export function mockIntersectionObserver(): (isOnScreen?: boolean) => void {
  const watched = new Map<Element, IntersectionObserverCallback>()
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(readonly callback: IntersectionObserverCallback) {}
      observe(element: Element) {
        watched.set(element, this.callback)
        this.tell(element, false)
      }
      unobserve(element: Element) {
        watched.delete(element)
      }
      tell(target: Element, isIntersecting: boolean) {
        this.callback([{ target, isIntersecting } as IntersectionObserverEntry], this as never)
      }
    },
  )
  return (isIntersecting = true) => {
    for (const [target, callback] of watched) {
      callback([{ target, isIntersecting } as IntersectionObserverEntry], {} as IntersectionObserver)
    }
  }
}
