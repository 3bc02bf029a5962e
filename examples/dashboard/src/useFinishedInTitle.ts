import { useCallback, useEffect, useState } from 'react'
import type { OptimizationJobSummary } from 'react-prompt-optimization'

const NO_COUNTS = { finished: 0, failed: 0 }

/** Shows in the document title how many jobs finished while the window was not focused. Returns the `onJobFinish` callback. */
export function useFinishedInTitle(title: string): (job: OptimizationJobSummary) => void {
  const [{ finished, failed }, setCounts] = useState(NO_COUNTS)
  useEffect(() => {
    const counts = [finished > 0 && `✓ ${finished} finished`, failed > 0 && `✕ ${failed} failed`]
    document.title = [...counts, title].filter(Boolean).join(' · ')
  }, [finished, failed, title])
  useEffect(() => {
    const reset = () => setCounts(NO_COUNTS)
    window.addEventListener('focus', reset)
    return () => window.removeEventListener('focus', reset)
  }, [])
  return useCallback(({ phase }) => {
    if (document.hasFocus()) return
    const key = phase === 'failed' ? 'failed' : 'finished'
    setCounts((previous) => ({ ...previous, [key]: previous[key] + 1 }))
  }, [])
}
