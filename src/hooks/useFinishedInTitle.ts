'use client'

import { useEffect, useRef } from 'react'
import { enTitle } from '../labels/enTitle.js'
import { formatCount } from '../labels/format.js'
import { addTitlePrefix } from './addTitlePrefix.js'
import { useJobEvents } from './useJobEvents.js'
import { useLabels } from './useLabels.js'

const NO_COUNTS = { completed: 0, failed: 0 }

/**
 * Shows in the document's title how many jobs completed or failed while the document was not focused, such as
 * `✓ 2 finished · ✕ 1 failed · Jobs`, until it is focused. It precedes the title that the app sets, whenever the app sets
 * it, and is removed on unmount. Canceled jobs do not count. Use it once, below the provider; it never renders.
 *
 * In a hidden page, jobs are polled only with `pollInBackground`.
 *
 * @throws Error without a `QueryClientProvider` above it
 *
 * @example
 * function JobTitle() {
 *   useFinishedInTitle()
 *   return null
 * }
 */
export function useFinishedInTitle(): void {
  const { labels, locale } = useLabels({}, enTitle)
  const counts = useRef(NO_COUNTS)
  const showCounts = useRef(() => {})

  useJobEvents({
    onJobFinish({ phase }) {
      if (phase === 'cancelled' || !globalThis.document || document.hasFocus()) return
      const { completed, failed } = counts.current
      counts.current =
        phase === 'failed' ? { completed, failed: failed + 1 } : { completed: completed + 1, failed }
      showCounts.current()
    },
  })

  useEffect(() => {
    // React Native has none.
    if (!globalThis.document) return
    const prefix = addTitlePrefix()
    const show = () => {
      const { completed, failed } = counts.current
      const finishedText =
        completed > 0 && `✓ ${labels.completedInTitle(completed, formatCount(completed, locale))} · `
      const failedText = failed > 0 && `✕ ${labels.failedInTitle(failed, formatCount(failed, locale))} · `
      prefix.set((finishedText || '') + (failedText || ''))
    }
    const reset = () => {
      counts.current = NO_COUNTS
      show()
    }
    show()
    showCounts.current = show
    window.addEventListener('focus', reset)
    return () => {
      window.removeEventListener('focus', reset)
      showCounts.current = () => {}
      prefix.remove()
    }
  }, [labels, locale])
}
