'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'
import { subscribeToClock } from './clock.js'

// React 18 warns of layout effects on a server, where none run.
const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

interface TickingTextProps {
  /** The text on the server and until hydration, where the two sides cannot agree on the time. */
  initial?: string
  /** The text at a time, in milliseconds since the epoch. */
  text: (nowMs: number) => string
}

/**
 * Text that changes as time goes by. It is written past React, because a thousand clocks that render once a second are the
 * largest cost of a page full of cards.
 */
export function TickingText({ initial = '', text }: TickingTextProps) {
  const element = useRef<HTMLSpanElement>(null)
  const latest = useRef(text)
  // What React knows of never changes, so that it never writes over the clock.
  const { current: first } = useRef(initial)

  useBrowserLayoutEffect(() => {
    latest.current = text
    write(element.current, text(Date.now()))
  })
  useEffect(
    () =>
      subscribeToClock({
        // Not in a fold that is closed, and not in a card off the screen.
        isSeen: () => element.current?.checkVisibility?.({ contentVisibilityAuto: true }) ?? true,
        write: (nowMs) => write(element.current, latest.current(nowMs)),
      }),
    [],
  )
  return <span ref={element}>{first}</span>
}

function write(element: HTMLSpanElement | null, text: string): void {
  const node = element?.firstChild
  // Other words in the same node leave the tree as it is, and so its styles.
  if (node && node.nodeValue !== text) node.nodeValue = text
  else if (element && !node) element.textContent = text
}
