import { readClock, type Ticker } from '../../core/deviceClock.js'

interface Printed {
  tickers: Set<Ticker>
  update: () => void
}

const printedByWindow = new Map<Window, Printed>()

/** Calls the ticker before the window is printed; returns the unsubscribe function. One listener serves a window. */
export function subscribeToPrint(view: Window, ticker: Ticker): () => void {
  const { tickers, update } = printedByWindow.get(view) ?? observe(view)
  tickers.add(ticker)
  return () => {
    tickers.delete(ticker)
    if (tickers.size > 0) return
    printedByWindow.delete(view)
    view.removeEventListener('beforeprint', update)
  }
}

function observe(view: Window): Printed {
  const tickers = new Set<Ticker>()
  const update = () => {
    const nowMs = readClock()
    for (const tick of tickers) tick(nowMs)
  }
  const printed = { tickers, update }
  printedByWindow.set(view, printed)
  view.addEventListener('beforeprint', update)
  return printed
}
