import { useSyncExternalStore } from 'react'

function subscribe(onChange: () => void) {
  window.addEventListener('popstate', onChange)
  return () => window.removeEventListener('popstate', onChange)
}

/** The page's address. What is shown follows from it, so that a reload, a link and the way back all lead to the same. */
export function useLocation(): URL {
  return new URL(useSyncExternalStore(subscribe, () => window.location.href))
}

/** Goes to a page of this app without loading it anew. */
export function navigate(href: string): void {
  const { pathname } = window.location
  window.history.pushState(null, '', href)
  if (window.location.pathname !== pathname) window.scrollTo(0, 0)
  // The browser tells of the ways back and forward only.
  window.dispatchEvent(new PopStateEvent('popstate'))
}
