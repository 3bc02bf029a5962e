'use client'

import { useEffect, useRef } from 'react'
import { subscribeToClock } from './clock.js'
import { observeVisibility } from './observeVisibility.js'
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.js'

interface TickingTextProps {
  className?: string
  /** The text on the server and until hydration, where the two sides cannot agree on the time. */
  initial?: string
  /** The text at a time, in milliseconds since the epoch. */
  text: (nowMs: number) => string
}

/**
 * Text that changes as time goes by. It is written past React, because a thousand clocks that render once a second are the
 * largest cost of a page full of cards.
 */
export function TickingText({ className, initial = '', text }: TickingTextProps) {
  const element = useRef<HTMLSpanElement>(null)
  const latest = useRef(text)
  // What React knows of never changes, so that it never writes over the clock.
  const { current: first } = useRef(initial)

  useIsomorphicLayoutEffect(() => {
    latest.current = text
    write(element.current, text(Date.now()))
  })
  useEffect(() => {
    const { current: span } = element
    if (!span) return
    let stop = () => {}
    // What stands in a card off the screen has no place of its own; the card has.
    const unwatch = observeVisibility(span.closest('.rpo-card, .rpo-row') ?? span, (isOnScreen) => {
      stop()
      stop = isOnScreen ? subscribeToClock((nowMs) => write(span, latest.current(nowMs))) : () => {}
    })
    return () => {
      unwatch()
      stop()
    }
  }, [])
  return (
    <span ref={element} className={className}>
      {first}
    </span>
  )
}

function write(element: HTMLSpanElement | null, text: string): void {
  const node = element?.firstChild
  // Other words in the same node leave the tree as it is, and so its styles.
  if (node && node.nodeValue !== text) node.nodeValue = text
  else if (element && !node) element.textContent = text
}
