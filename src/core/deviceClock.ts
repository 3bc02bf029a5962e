// The device's clock may be set, and it goes on while the device sleeps: a time from before such a jump can't be compared
// with one after it.

/** Takes the time in milliseconds since the epoch. */
export type Ticker = (nowMs: number) => void

// Above what a time server corrects.
const MIN_JUMP_MS = 1_500

const tickers = new Set<Ticker>()
const jumpListeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let jumpCount = 0
let offsetMs: number | undefined
let clockId: number | undefined

/**
 * Identifies the clock that measures times: this page's, until it jumps. It is the device's time at which `performance.now()`
 * was 0, so that a server, another page and another start have different ones.
 */
export function getClockId(): number {
  clockId ??= Date.now() - performance.now()
  return clockId
}

/** The device's time in milliseconds since the epoch. Notices whether the clock has jumped since it was last read. */
export function readClock(): number {
  const nowMs = Date.now()
  const lastOffsetMs = offsetMs ?? getClockId()
  offsetMs = nowMs - performance.now()
  if (Math.abs(offsetMs - lastOffsetMs) > MIN_JUMP_MS) {
    clockId = offsetMs
    jumpCount++
    for (const notify of jumpListeners) notify()
  }
  return nowMs
}

/** How often the clock has jumped. */
export const getJumpCount = (): number => jumpCount

/** Calls the listener when a jump is noticed; returns the unsubscribe function. */
export function subscribeToJumps(listener: () => void): () => void {
  jumpListeners.add(listener)
  return () => void jumpListeners.delete(listener)
}

/** Calls the ticker once a second; returns the unsubscribe function. One timer serves the page. */
export function subscribeToClock(ticker: Ticker): () => void {
  tickers.add(ticker)
  timer ??= setInterval(() => {
    const nowMs = readClock()
    for (const tick of tickers) tick(nowMs)
  }, 1_000)
  return () => {
    tickers.delete(ticker)
    if (tickers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
