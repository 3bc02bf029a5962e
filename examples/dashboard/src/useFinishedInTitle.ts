import { useCallback, useEffect, useState } from 'react'
import type { OptimizationJob } from 'react-prompt-optimization/api'

const NONE = { finished: 0, failed: 0 }

/** Counts in the page's title the jobs that end while nobody looks, until somebody does. Returns what tells it of one. */
export function useFinishedInTitle(title: string): (job: OptimizationJob) => void {
  const [{ finished, failed }, setCounts] = useState(NONE)
  useEffect(() => {
    const news = [finished > 0 && `✓ ${finished} finished`, failed > 0 && `✕ ${failed} failed`]
    document.title = [...news, title].filter(Boolean).join(' · ')
  }, [finished, failed, title])
  useEffect(() => {
    const forget = () => setCounts(NONE)
    window.addEventListener('focus', forget)
    return () => window.removeEventListener('focus', forget)
  }, [])
  return useCallback(({ phase }) => {
    if (document.hasFocus()) return
    const kind = phase === 'failed' ? 'failed' : 'finished'
    setCounts((before) => ({ ...before, [kind]: before[kind] + 1 }))
  }, [])
}
