const WINDOW_MS = 30_000

let observedPage: Window | undefined
let leftAt = Number.NEGATIVE_INFINITY

const onLeave = () => {
  leftAt = Date.now()
}

/**
 * Whether a request that was sent at this time may have ended because the page is being left. Firefox ends the requests in
 * flight when a navigation or a download starts, WebKit also those sent until it responds, and Chromium when the page goes.
 */
export function isLeavingPage(sentAt: number): boolean {
  return Math.abs(sentAt - leftAt) < WINDOW_MS
}

/** Adds the listeners to the page, the first time. */
export function observeLeaving(): void {
  // Undefined on a server, in a worker and in React Native.
  const page = globalThis.document?.defaultView
  if (!page || page === observedPage) return
  observedPage = page
  page.addEventListener('beforeunload', onLeave)
  // Once a request has succeeded during a slow navigation, only this event precedes the end of the page's requests.
  page.addEventListener('pagehide', onLeave)
}

/** Ends the state of leaving: a request that was sent in it has succeeded. */
export function confirmPageStays(sentAt: number): void {
  if (sentAt > leftAt) leftAt = Number.NEGATIVE_INFINITY
}
