'use client'

import { Component, type RefObject } from 'react'
import type { OptimizationJobState } from '../../hooks/deriveJobState.js'

const DURATION_MS = 400

interface HeightTransitionProps {
  state: OptimizationJobState
  /** The card's root element. */
  root: RefObject<HTMLElement | null>
}

/**
 * When an active job ends, its results appear: the card grows to its new height, so that what is below does not jump. A
 * class, because only `getSnapshotBeforeUpdate` sees the former height.
 */
export class HeightTransition extends Component<HeightTransitionProps> {
  override getSnapshotBeforeUpdate(previous: HeightTransitionProps): number | null {
    const { state, root } = this.props
    const isSameJob = previous.state.job?.jobId === state.job?.jobId
    const isEnd = isSameJob && isActive(previous.state.kind) && isOver(state.kind)
    return isEnd && root.current ? root.current.offsetHeight : null
  }

  override componentDidUpdate(_props: unknown, _state: unknown, formerHeight: number | null): void {
    const { current: card } = this.props.root
    const view = card?.ownerDocument.defaultView
    if (formerHeight === null || !card || !view) return
    if (view.matchMedia?.('(prefers-reduced-motion: reduce)').matches) return
    const height = [`${formerHeight}px`, `${card.offsetHeight}px`]
    card.animate?.({ height }, { duration: DURATION_MS, easing: 'ease-out' })
  }

  override render(): null {
    return null
  }
}

function isActive(kind: OptimizationJobState['kind']): boolean {
  return kind === 'queued' || kind === 'running'
}

function isOver(kind: OptimizationJobState['kind']): boolean {
  return kind === 'completed' || kind === 'failed' || kind === 'cancelled'
}
