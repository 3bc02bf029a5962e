import {
  type AllHTMLAttributes,
  type ComponentPropsWithoutRef,
  type CSSProperties,
  createElement,
  type ElementType,
  Fragment,
  type ReactElement,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { ClonedElement } from './ClonedElement.js'
import { type ElementProps, mergeProps } from './mergeProps.js'

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
  // A text as the only child must have no fragment around it, or React updates a text node that a translator has removed.
  const content = children.length > 1 ? createElement(Fragment, null, ...children) : children[0]
  const merged = mergeProps(children.length > 0 ? { ...own, children: content } : own, {
    ...props,
    className: typeof className === 'function' ? className(state) : className,
    style: typeof style === 'function' ? style(state) : style,
  })
  if (typeof render === 'function') return render(merged, state)
  return render ? createElement(ClonedElement, { element: render, own: merged }) : createElement(tag, merged)
}
