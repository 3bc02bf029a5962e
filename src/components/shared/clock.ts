/** Writes something that changes as time goes by. */
export type Ticker = (nowMs: number) => void

const tickers = new Set<Ticker>()
let timer: ReturnType<typeof setInterval> | undefined

/** Calls back now and once a second, by one timer for all clocks of the page; returns what ends that. */
export function subscribeToClock(ticker: Ticker): () => void {
  ticker(Date.now())
  tickers.add(ticker)
  timer ??= setInterval(() => {
    const nowMs = Date.now()
    for (const tick of tickers) tick(nowMs)
  }, 1000)
  return () => {
    tickers.delete(ticker)
    if (tickers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
