import { useSyncExternalStore } from 'react'

function subscribe(onChange: () => void) {
  window.addEventListener('popstate', onChange)
  return () => window.removeEventListener('popstate', onChange)
}

export function useLocation(): URL {
  return new URL(useSyncExternalStore(subscribe, () => window.location.href))
}

export function navigate(href: string): void {
  const { pathname } = window.location
  window.history.pushState(null, '', href)
  if (window.location.pathname !== pathname) window.scrollTo(0, 0)
  // `pushState` doesn't emit `popstate`.
  window.dispatchEvent(new PopStateEvent('popstate'))
}
