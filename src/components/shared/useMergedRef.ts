import { type ReactElement, type Ref, useMemo, version } from 'react'

// biome-ignore lint/suspicious/noExplicitAny: refs of any element
type AnyRef = Ref<any> | undefined

const hasRefProp = Number.parseInt(version, 10) > 18

/** Merges two refs. Memoized, because React detaches a ref that changes and attaches it again. */
export function useMergedRef(first: AnyRef, second: AnyRef): AnyRef {
  return useMemo(() => mergeRefs(first, second), [first, second])
}

function mergeRefs(first: AnyRef, second: AnyRef): AnyRef {
  if (!first || !second) return first ?? second
  return (element: unknown) => {
    const detach = [setRef(first, element), setRef(second, element)]
    // React 18 calls the ref with null instead, and warns of one that returns a function.
    if (hasRefProp) return () => detach.forEach((call) => void call())
  }
}

function setRef(ref: AnyRef & object, element: unknown): () => void {
  if (typeof ref === 'function') return ref(element) ?? (() => ref(null))
  ref.current = element
  return () => {
    ref.current = null
  }
}

/** The ref of an element: a prop since React 19. */
export function getElementRef(element: ReactElement): AnyRef {
  return Reflect.get(hasRefProp ? Object(element.props) : element, 'ref')
}
