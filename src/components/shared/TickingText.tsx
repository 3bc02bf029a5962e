'use client'

import { type ComponentPropsWithoutRef, type ReactElement, useState } from 'react'
import { readClock } from '../../core/deviceClock.js'
import { useIsomorphicLayoutEffect } from '../../hooks/useIsomorphicLayoutEffect.js'
import { useLatest } from '../../hooks/useLatest.js'
import { useTickingTexts } from './useTickingTexts.js'

/** Props of {@link TickingText}, in addition to those of a `span`. */
export interface TickingTextProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** Returns the text at a time, given in milliseconds since the epoch. */
  format: (nowMs: number) => string
}

/**
 * A text that depends on the time and is updated every second while it is visible, without rendering. Empty on the server, which
 * does not know when the page is read.
 *
 * @example
 * const { formatAge } = useJobLabels()
 * return <TickingText format={(nowMs) => formatAge(job.createdAt, nowMs)} />
 */
export function TickingText({ format, ...props }: TickingTextProps): ReactElement {
  const { rootRef, tickRef, updateAll } = useTickingTexts<HTMLSpanElement>()
  const latest = useLatest(format)
  const [ref] = useState(() => {
    const textRef = tickRef((nowMs) => latest.current(nowMs))
    return (element: HTMLSpanElement | null) => {
      rootRef(element)
      textRef(element)
    }
  })
  // Another function may give another text.
  useIsomorphicLayoutEffect(() => {
    updateAll(readClock())
  }, [format, updateAll])
  return <span {...props} ref={ref} />
}
