import { useEffect, useState } from 'react'

/** Starts with the theme of the system. */
export function ThemeSwitch() {
  const [isDark, setIsDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches)

  useEffect(() => {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  }, [isDark])

  return (
    <button type="button" onClick={() => setIsDark(!isDark)}>
      {isDark ? 'Light theme' : 'Dark theme'}
    </button>
  )
}
