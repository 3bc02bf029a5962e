'use client'

import { type ComponentPropsWithoutRef, type ReactElement, useState } from 'react'
import { readClock } from '../../core/deviceClock.js'
import { useIsomorphicLayoutEffect } from '../../hooks/useIsomorphicLayoutEffect.js'
import { useLatest } from '../../hooks/useLatest.js'
import { useTickingTexts } from './useTickingTexts.js'

/** Props of {@link TickingText}, in addition to those of a `span`. */
export interface TickingTextProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /**
   * Returns the text at a time, given in milliseconds since the epoch. Called every second, and at once when it is another function,
   * so it may use props and state. What it throws reaches the nearest error boundary.
   */
  format: (nowMs: number) => string
}

/**
 * A text that depends on the time, such as an age or a duration: the clock of `JobStatusCard`. It is updated every second while it
 * is visible, and before printing, without rendering. Empty in HTML from a server, which does not know when the page is
 * read or its time zone.
 *
 * @example
 * const { formatAge } = useJobLabels()
 * return <TickingText format={(nowMs) => formatAge(job.createdAt, nowMs)} />
 */
export function TickingText({ format, ...props }: TickingTextProps): ReactElement {
  const { rootRef, tickRef, updateAll } = useTickingTexts<HTMLSpanElement>()
  const latest = useLatest(format)
  const [, throwInRender] = useState<never>()
  const [ref] = useState(() => {
    const textRef = tickRef((nowMs) => {
      try {
        return latest.current(nowMs)
      } catch (error) {
        // In the shared timer, it would stop the clocks of others.
        throwInRender(() => {
          throw error
        })
        return ''
      }
    })
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
