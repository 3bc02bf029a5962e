'use client'

import { type ReactElement, type ReactNode, type RefAttributes, useState } from 'react'
import { Icon } from '../shared/Icon.js'
import { createPart } from './createPart.js'
import { type JobStatusContextValue, type JobStatusPartProps, renderPart } from './JobStatusContext.js'

/** Props of {@link JobStatusDetails}, in addition to those of a `details` element. */
export interface JobStatusDetailsProps extends JobStatusPartProps<'details'> {
  /** The content, mounted when first opened. */
  children?: ReactNode
}

type Props = JobStatusDetailsProps & RefAttributes<HTMLDetailsElement>

export function renderDetails(card: JobStatusContextValue, props: Props): ReactElement | null {
  if (card.state.kind === 'loading') {
    // The placeholder is neither the app's element nor a `details` element.
    const { open: _1, name: _2, onToggle: _3, ref: _4, render: _5, children: _6, ...rest } = props
    return renderPart('div', 'rpo-details', card, rest, { 'aria-hidden': true })
  }
  return card.state.job && <LazyDetails card={card} props={props} />
}

/** Mounts its content when first opened: it is half of a card's elements. */
function LazyDetails({ card, props }: { card: JobStatusContextValue; props: Props }) {
  const { children: content, ...rest } = props
  const [isMounted, setIsMounted] = useState(props.open ?? false)
  const open = () => setIsMounted(true)
  return renderPart(
    'details',
    'rpo-details',
    card,
    rest,
    { onToggle: open },
    // `click` fires before the element opens, `toggle` after it.
    // biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button
    <summary className="rpo-details-trigger" onClick={open}>
      <Icon className="rpo-chevron" path="m6 4 4 4-4 4" />
      <span>{card.labels.details}</span>
    </summary>,
    isMounted && <div className="rpo-details-content">{content}</div>,
  )
}

/**
 * A `details` element, closed by default. Renders a placeholder of the same size while the job is loading. Sets `data-kind`
 * and `data-connection`.
 */
export const JobStatusDetails = /* @__PURE__ */ createPart<HTMLDetailsElement, JobStatusDetailsProps>(
  'Details',
  renderDetails,
)
