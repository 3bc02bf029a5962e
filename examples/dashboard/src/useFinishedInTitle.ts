import { useCallback, useEffect, useState } from 'react'

/** Counts in the page's title the jobs that end while nobody looks, until somebody does. Returns what tells it of one. */
export function useFinishedInTitle(title: string): () => void {
  const [count, setCount] = useState(0)
  useEffect(() => {
    document.title = count > 0 ? `✓ ${count} finished · ${title}` : title
  }, [count, title])
  useEffect(() => {
    const forget = () => setCount(0)
    window.addEventListener('focus', forget)
    return () => window.removeEventListener('focus', forget)
  }, [])
  return useCallback(() => {
    if (!document.hasFocus()) setCount((before) => before + 1)
  }, [])
}
