import { useEffect, useState, useSyncExternalStore } from 'react'

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)')

function subscribe(onChange: () => void) {
  darkQuery.addEventListener('change', onChange)
  return () => darkQuery.removeEventListener('change', onChange)
}

/** Follows the system theme until the user selects one, which is stored. */
export function ThemeSwitch() {
  const isSystemDark = useSyncExternalStore(subscribe, () => darkQuery.matches)
  const [selected, setSelected] = useState(document.documentElement.dataset.theme)
  const isDark = selected ? selected === 'dark' : isSystemDark

  useEffect(() => {
    if (!selected) return
    document.documentElement.dataset.theme = selected
    try {
      localStorage.setItem('theme', selected)
    } catch {
      // Storage is unavailable, so the theme lasts until the page is closed.
    }
  }, [selected])

  return (
    <button
      type="button"
      role="switch"
      aria-checked={isDark}
      aria-label="Dark theme"
      className="theme-switch"
      onClick={() => setSelected(isDark ? 'light' : 'dark')}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {isDark ? (
          <path d="M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z" />
        ) : (
          <path d="M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1v1.2M8 13.8V15M1 8h1.2M13.8 8H15M3.05 3.05l.85.85M12.1 12.1l.85.85M3.05 12.95l.85-.85M12.1 3.9l.85-.85" />
        )}
      </svg>
    </button>
  )
}
