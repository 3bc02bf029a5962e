import {
  type AllHTMLAttributes,
  type ComponentPropsWithoutRef,
  type CSSProperties,
  cloneElement,
  createElement,
  type ElementType,
  Fragment,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { getElementRef, mergeRefs } from './mergeRefs.js'

/** The final props of a part's element: attributes, event handlers, `children` and `ref`. */
// biome-ignore lint/suspicious/noExplicitAny: the app chooses the element, so its type is unknown here
export interface ElementProps extends HTMLAttributes<any>, RefAttributes<any> {
  [attribute: `data-${string}`]: string | boolean | undefined
}

// biome-ignore lint/suspicious/noExplicitAny: handlers of any element
type OwnProps = ElementProps & AllHTMLAttributes<any>

/** The props by which an app styles or replaces the element of a part. */
export interface RenderProps<State> {
  /** A class, or a function of the state; added to the part's own class. */
  className?: string | ((state: State) => string | undefined) | undefined
  /** Styles, or a function of the state. */
  style?: CSSProperties | ((state: State) => CSSProperties | undefined) | undefined
  /**
   * Replaces the element of the part: an element, which is cloned with the props merged, or a function of the final props
   * and the state. What it renders must take the props and the ref. @default the part's own element
   */
  render?: ReactElement | ((props: ElementProps, state: State) => ReactElement) | undefined
}

/** The props of a part: those of its element, with `className`, `style` and `render` as in {@link RenderProps}. */
export type PartProps<Tag extends ElementType, State> = Omit<
  ComponentPropsWithoutRef<Tag>,
  'children' | 'className' | 'style'
> &
  RenderProps<State>

/** Renders a part's element with its own props and, over them, those of the app. Not a component: see docs/decisions/0010. */
export function renderElement<State>(
  tag: string,
  own: OwnProps,
  { render, className, style, ...props }: RenderProps<State> & RefAttributes<Element>,
  state: State,
  ...children: ReactNode[]
): ReactElement {
  const merged = mergeProps(
    children.length > 0 ? { ...own, children: createElement(Fragment, null, ...children) } : own,
    {
      ...props,
      className: typeof className === 'function' ? className(state) : className,
      style: typeof style === 'function' ? style(state) : style,
    },
  )
  if (typeof render === 'function') return render(merged, state)
  if (!render) return createElement(tag, merged)
  return cloneElement(
    render,
    mergeProps(merged, Object.assign({}, render.props, { ref: getElementRef(render) })),
  )
}

/** The later props win, except that classes and styles are joined, and all event handlers and refs are called. */
function mergeProps(base: ElementProps, more: ElementProps): ElementProps {
  const merged = { ...base }
  for (const [key, value] of Object.entries(more)) {
    const own: unknown = Reflect.get(base, key)
    if (value === undefined || value === null) continue
    if (key === 'className' && own) merged.className = `${own} ${value}`
    else if (key === 'style') merged.style = { ...base.style, ...value }
    else if (key === 'ref') merged.ref = mergeRefs(base.ref, value)
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
