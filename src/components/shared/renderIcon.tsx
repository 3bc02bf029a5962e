import type { RefAttributes, RefCallback } from 'react'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'

const CIRCLE = 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z'
const OPEN_CIRCLE = 'M8 2.5a5.5 5.5 0 1 1-5.5 5.5'

const STATUS_PATHS: Record<OptimizationJobState['kind'], string> = {
  idle: 'M4 8h8',
  loading: OPEN_CIRCLE,
  queued: `M8 5v3.2l2 1.3${CIRCLE}`,
  running: OPEN_CIRCLE,
  completed: 'm3.5 8.5 3 3 6-7',
  failed: 'M8 3.5v5.5M8 12v.1',
  cancelled: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  error: `M3.5 12.5l9-9${CIRCLE}`,
}

/** A triangle with an exclamation mark. */
export const WARNING_PATH = 'M8 2.2 1.8 13.3h12.4ZM8 6.5v3M8 11.4v.1'

/** The icon of a state or row, in a disc. It is neutral unless the state is live, and turns while a job runs. */
export function renderStatusIcon(
  kind: OptimizationJobState['kind'],
  isLive: boolean,
  turnRef: RefCallback<SVGElement>,
) {
  return renderIcon('rpo-status-icon', STATUS_PATHS[kind], 8, {
    'data-kind': isLive ? kind : undefined,
    ref: isLive && kind === 'running' ? turnRef : null,
  })
}

/**
 * A decorative icon of a path in a 16 × 16 view box, with a margin: its meaning is always in the text beside it. The margin
 * is in the view box, because resets of paddings leave it alone.
 */
export function renderIcon(
  className: string,
  path: string,
  margin = 0,
  attributes: RefAttributes<SVGSVGElement> & { 'data-kind'?: string | undefined } = {},
) {
  const size = 16 + 2 * margin
  return (
    // Size and stroke are attributes, so that the icon also renders without the stylesheet.
    <svg
      {...attributes}
      className={className}
      viewBox={`${-margin} ${-margin} ${size} ${size}`}
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}
