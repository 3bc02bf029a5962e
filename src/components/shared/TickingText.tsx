'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { readClock, subscribeToClock, type Ticker } from '../../core/deviceClock.js'
import { useIsomorphicLayoutEffect } from '../../hooks/useIsomorphicLayoutEffect.js'
import { observeVisibility } from './observeVisibility.js'
import { subscribeToPrint } from './subscribeToPrint.js'

interface TickingTextProps {
  /** The card or row that contains the text. */
  root: RefObject<Element | null>
  className?: string
  /** Rendered on the server and while hydrating, where a time would not match. */
  initial?: string
  /** Formats the time, given in milliseconds since the epoch. */
  text: (nowMs: number) => string
}

/** Text that updates every second without a React render: see docs/decisions/0005-clocks-bypass-react.md. */
export function TickingText({ root, className, initial = '', text }: TickingTextProps) {
  const element = useRef<HTMLSpanElement>(null)
  const latest = useRef((_nowMs: number) => {})
  const written = useRef<string | null>(null)
  // A constant child, so that React never overwrites the text node.
  const [first] = useState(initial)

  useIsomorphicLayoutEffect(() => {
    latest.current = (nowMs) => {
      const next = text(nowMs)
      // Not compared with the page: a text that a translator has translated stays until it changes.
      if (next === written.current || !element.current) return
      written.current = next
      setText(element.current, next)
    }
    latest.current(readClock())
  })
  useEffect(() => {
    const { current: span } = element
    if (!span) return
    const tick: Ticker = (nowMs) => latest.current(nowMs)
    let stopClock = () => {}
    const { defaultView } = span.ownerDocument
    const stopPrinting = defaultView && subscribeToPrint(defaultView, tick)
    // Content of an off-screen card is skipped and has no box of its own: observe the card.
    const unobserve = observeVisibility(root.current ?? span, (isVisible) => {
      stopClock()
      if (!isVisible) return
      tick(readClock())
      stopClock = subscribeToClock(tick)
    })
    return () => {
      stopPrinting?.()
      unobserve()
      stopClock()
    }
  }, [root])
  return (
    <span ref={element} className={className}>
      {first}
    </span>
  )
}

function setText(element: Element, text: string): void {
  const { firstChild: node } = element
  // Changing a text node, unlike replacing it, invalidates no styles. A translator may have put elements in its place.
  if (node && !node.nextSibling && node.nodeType === node.TEXT_NODE) node.nodeValue = text
  else element.textContent = text
}
