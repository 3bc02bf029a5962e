'use client'

import { type ComponentPropsWithoutRef, forwardRef, useState } from 'react'
import { Icon } from '../shared/Icon.js'
import { createPart } from './createPart.js'

/**
 * A fold, closed at first, for what is only sometimes of interest; a placeholder of the same size while the job is loading.
 */
export const JobStatusDetails = createPart<HTMLDetailsElement, ComponentPropsWithoutRef<'details'>>(
  'Details',
  ({ state, labels }, { children, ...props }) => {
    if (state.kind === 'loading') {
      const { open: _open, name: _name, onToggle: _onToggle, ref: _ref, ...rest } = props
      return <div {...(rest as ComponentPropsWithoutRef<'div'>)} aria-hidden="true" />
    }
    if (!state.job) return null
    return (
      <Fold {...props} word={labels.details}>
        {children}
      </Fold>
    )
  },
)

interface FoldProps extends ComponentPropsWithoutRef<'details'> {
  word: string
}

/** Renders its content from when it is first opened: that is half of a card's elements, and a page may hold many cards. */
const Fold = forwardRef<HTMLDetailsElement, FoldProps>(function Fold(
  { word, children, onToggle, ...props },
  ref,
) {
  const [isWanted, setIsWanted] = useState(props.open ?? false)
  return (
    <details
      {...props}
      ref={ref}
      onToggle={(event) => {
        setIsWanted(true)
        onToggle?.(event)
      }}
    >
      {/* The click comes before the fold opens, and `toggle` after that. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button */}
      <summary className="rpo-details-trigger" onClick={() => setIsWanted(true)}>
        <Icon className="rpo-chevron" path="m6 4 4 4-4 4" />
        {word}
      </summary>
      {isWanted && <div className="rpo-details-content">{children}</div>}
    </details>
  )
})
