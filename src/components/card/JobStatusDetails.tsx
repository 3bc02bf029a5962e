'use client'

import { type ReactElement, type ReactNode, type RefAttributes, useId, useState } from 'react'
import { createPart } from './createPart.js'
import {
  type JobStatusContextValue,
  type JobStatusPartProps,
  nameControl,
  renderPart,
} from './JobStatusContext.js'

/** Props of {@link JobStatusDetails}, in addition to those of a `div`. */
export interface JobStatusDetailsProps extends JobStatusPartProps<'div'> {
  /** Whether it is open; for a controlled part. @default controlled by the part */
  open?: boolean | undefined
  /** Whether it is open at first. @default false */
  defaultOpen?: boolean | undefined
  /** Called when the user opens or closes it. */
  onOpenChange?: ((open: boolean) => void) | undefined
  /** The content, mounted while it is open. */
  children?: ReactNode
}

type Props = JobStatusDetailsProps & RefAttributes<HTMLDivElement>

export function renderDetails(card: JobStatusContextValue, props: Props): ReactElement | null {
  if (card.state.kind === 'loading') {
    // The placeholder is not the app's element.
    const { open: _1, defaultOpen: _2, onOpenChange: _3, ref: _4, render: _5, children: _6, ...rest } = props
    return renderPart('div', 'rpo-details', card, rest, { 'aria-hidden': true })
  }
  return card.state.job && <Details card={card} props={props} />
}

/** Not a `details` element, whose shadow tree every card would mount: see docs/decisions/0010-rendering-many-cards.md. */
function Details({ card, props }: { card: JobStatusContextValue; props: Props }) {
  const { open, defaultOpen = false, onOpenChange, children: content, ...rest } = props
  const id = useId()
  const [isOpenByUser, setIsOpenByUser] = useState(defaultOpen)
  const isOpen = open ?? isOpenByUser
  const toggle = () => {
    if (open === undefined) setIsOpenByUser(!isOpen)
    onOpenChange?.(!isOpen)
  }
  return renderPart(
    'div',
    'rpo-details',
    card,
    rest,
    { 'data-open': isOpen || undefined },
    <button
      {...nameControl(card, id)}
      type="button"
      className="rpo-details-trigger"
      aria-expanded={isOpen}
      onClick={toggle}
    >
      {card.labels.details}
    </button>,
    isOpen && <div className="rpo-details-content">{content}</div>,
  )
}

/**
 * A button that shows and hides its children. Renders a placeholder of the same size while the job is loading. Sets
 * `data-kind` and `data-connection`, and `data-open` while it is open.
 */
export const JobStatusDetails = /* @__PURE__ */ createPart<HTMLDivElement, JobStatusDetailsProps>(
  'Details',
  renderDetails,
)
