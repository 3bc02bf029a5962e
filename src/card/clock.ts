/** Something that changes as time goes by. */
export interface Ticker {
  /** Whether anybody could see it. Asked of all before any is written: to ask in between would lay the page out again. */
  isSeen(): boolean
  write(nowMs: number): void
}

const tickers = new Set<Ticker>()
let timer: ReturnType<typeof setInterval> | undefined

/** One timer for all clocks of the page. Writes those that can be seen, once a second; returns what takes it away again. */
export function subscribeToClock(ticker: Ticker): () => void {
  tickers.add(ticker)
  timer ??= setInterval(() => {
    const nowMs = Date.now()
    const seen = [...tickers].filter((each) => each.isSeen())
    for (const each of seen) each.write(nowMs)
  }, 1000)
  return () => {
    tickers.delete(ticker)
    if (tickers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
