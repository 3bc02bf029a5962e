/** What {@link nextTurn} needs. */
export interface TurnOptions<News> {
  locks: LockManager
  lockName: string
  /** How long to wait without a sign of life from whoever has the turn, in milliseconds. */
  patienceMs: number
  signal: AbortSignal | undefined
  /** Subscribes to the signs of life (null) and the news, and returns what ends that. */
  listen: (hear: (news: News | null) => void) => () => void
}

/** The news that came first, or a turn of one's own, which has to be ended. */
export type Turn<News> = { news: News } | { news: null; end: () => void }

/**
 * Waits for what comes first: news, or a turn of one's own. A turn is a Web Lock, so the browser ends it with the page.
 * A turn whose holder gives no sign of life for too long is taken away from it. Where the browser refuses the lock, the
 * turn comes at once.
 *
 * @throws the signal's reason when it is aborted
 */
export function nextTurn<News>(options: TurnOptions<News>): Promise<Turn<News>> {
  const { locks, lockName, patienceMs, signal, listen } = options
  return new Promise((resolve, reject) => {
    const queue = new AbortController()
    let isOver = false
    let timer: ReturnType<typeof setTimeout>

    const leave = () => {
      isOver = true
      clearTimeout(timer)
      stopListening()
      signal?.removeEventListener('abort', abort)
      queue.abort()
    }
    const abort = () => {
      leave()
      reject(signal?.reason)
    }
    /** Is called with the lock, which is held until the promise resolves. */
    const begin = (): Promise<void> | undefined => {
      // News, or the signal, came between.
      if (isOver) return undefined
      leave()
      return new Promise((end) => resolve({ news: null, end }))
    }
    /** Is called if there is no lock to be had, and also if another has taken away the one that was. */
    const goOn = () => void begin()
    const takeAway = () => {
      queue.abort()
      locks.request(lockName, { steal: true }, begin).catch(goOn)
    }
    const wait = () => {
      clearTimeout(timer)
      // By chance, lest all who wait take it away at once.
      timer = setTimeout(takeAway, patienceMs * (1 + Math.random() / 3))
    }
    const stopListening = listen((news) => {
      if (news === null) return wait()
      leave()
      resolve({ news })
    })

    wait()
    signal?.addEventListener('abort', abort)
    if (signal?.aborted) abort()
    else locks.request(lockName, { signal: queue.signal }, begin).catch(() => queue.signal.aborted || goOn())
  })
}
