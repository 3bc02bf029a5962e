import { type ComponentProps, useRef } from 'react'
import { useFocusHandover } from './useFocusHandover.js'

/** A question with its buttons, below the button that opens it. */
export function Confirmation(props: ComponentProps<'div'>) {
  const ref = useRef<HTMLDivElement>(null)
  useFocusHandover(ref)
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
  return <div ref={ref} className="rpo-confirm" role="group" {...props} />
}
