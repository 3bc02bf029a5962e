'use client'

import { type ComponentPropsWithoutRef, forwardRef, useState } from 'react'
import { Icon } from '../shared/Icon.js'
import { createPart } from './createPart.js'

/** A `details` element, closed by default. Renders a placeholder of the same size while the job is loading. */
export const JobStatusDetails = createPart<HTMLDetailsElement, ComponentPropsWithoutRef<'details'>>(
  'Details',
  ({ state, labels }, { children, ...props }) => {
    if (state.kind === 'loading') {
      const { open: _open, name: _name, onToggle: _onToggle, ref: _ref, ...rest } = props
      return <div {...(rest as ComponentPropsWithoutRef<'div'>)} aria-hidden="true" />
    }
    if (!state.job) return null
    return (
      <LazyDetails {...props} label={labels.details}>
        {children}
      </LazyDetails>
    )
  },
)

interface LazyDetailsProps extends ComponentPropsWithoutRef<'details'> {
  label: string
}

/** Mounts its content when first opened: it is half of a card's elements. */
const LazyDetails = forwardRef<HTMLDetailsElement, LazyDetailsProps>(function LazyDetails(
  { label, children, onToggle, ...props },
  ref,
) {
  const [isMounted, setIsMounted] = useState(props.open ?? false)
  return (
    <details
      {...props}
      ref={ref}
      onToggle={(event) => {
        setIsMounted(true)
        onToggle?.(event)
      }}
    >
      {/* `click` fires before the element opens, `toggle` after it. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button */}
      <summary className="rpo-details-trigger" onClick={() => setIsMounted(true)}>
        <Icon className="rpo-chevron" path="m6 4 4 4-4 4" />
        {label}
      </summary>
      {isMounted && <div className="rpo-details-content">{children}</div>}
    </details>
  )
})
