import type { HTMLAttributes, RefAttributes } from 'react'

/** The final props of a part's element: attributes, event handlers, `children` and `ref`. */
// biome-ignore lint/suspicious/noExplicitAny: the app chooses the element, so its type is unknown here
export interface ElementProps extends HTMLAttributes<any>, RefAttributes<any> {
  [attribute: `data-${string}`]: string | boolean | undefined
}

/** The later props win, except that classes and styles are joined, and all event handlers are called. */
export function mergeProps(base: ElementProps, more: ElementProps): ElementProps {
  const merged = { ...base }
  for (const [key, value] of Object.entries(more)) {
    const own: unknown = Reflect.get(base, key)
    if (value === undefined || value === null) continue
    if (key === 'className' && own) merged.className = `${own} ${value}`
    else if (key === 'style') merged.style = { ...base.style, ...value }
    else Reflect.set(merged, key, typeof own === 'function' ? callBoth(value, own) : value)
  }
  return merged
}

// biome-ignore lint/complexity/noBannedTypes: event handlers of any kind
function callBoth(first: Function, second: Function) {
  return (...args: unknown[]) => {
    first(...args)
    second(...args)
  }
}
