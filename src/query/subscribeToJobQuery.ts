import type { QueryCache } from '@tanstack/react-query'
import type { JobQuerySnapshot } from './jobQuerySnapshot.js'

type Listener = () => void

/** Calls back whenever the state of a job's query has changed. By its hash, because an app may clear its cache. */
export function subscribeToJobQuery(cache: QueryCache, queryHash: string, listener: Listener): Listener {
  return watchOf(cache).subscribe(queryHash, listener)
}

/**
 * Calls back soon after something of a job's query that is worth a render has changed: at once, or where others were told
 * a moment ago, together with all that have changed by then. React then commits once for all of them, and a commit visits
 * every card of the page.
 */
export function subscribeToJobQueryInBatches(
  cache: QueryCache,
  queryHash: string,
  read: () => JobQuerySnapshot,
  listener: Listener,
): Listener {
  const { subscribe, tellSoon, forget } = watchOf(cache)
  let told = read()
  const unsubscribe = subscribe(queryHash, () => {
    const snapshot = read()
    if (snapshot === told) return
    told = snapshot
    tellSoon(listener)
  })
  return () => {
    unsubscribe()
    forget(listener)
  }
}

// At most a fifth of the time goes into rendering what has changed; where that is quick, the rest is short.
const COOLDOWN_FACTOR = 4

type Watch = ReturnType<typeof createWatch>
const watches = new WeakMap<QueryCache, Watch>()

function watchOf(cache: QueryCache): Watch {
  const watch = watches.get(cache) ?? createWatch(cache)
  watches.set(cache, watch)
  return watch
}

/** One subscription to the cache for all listeners: each of its events would go through all of them. */
function createWatch(cache: QueryCache) {
  const listenersOf = new Map<string, Set<Listener>>()
  const waiting = new Set<Listener>()
  let unsubscribe: Listener | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    timer = undefined
    if (waiting.size === 0) return
    const startedAt = performance.now()
    const listeners = [...waiting]
    waiting.clear()
    for (const listener of listeners) listener()
    // React commits in the microtask that it has asked for just now.
    queueMicrotask(() => {
      const restMs = COOLDOWN_FACTOR * (performance.now() - startedAt)
      if (restMs >= 1 && listenersOf.size > 0) timer ??= setTimeout(tell, restMs)
    })
  }

  return {
    subscribe(queryHash: string, listener: Listener): Listener {
      const own = listenersOf.get(queryHash) ?? new Set()
      listenersOf.set(queryHash, own.add(listener))
      unsubscribe ??= cache.subscribe(({ type, query }) => {
        if (type === 'updated') for (const each of listenersOf.get(query.queryHash) ?? []) each()
      })
      return () => {
        own.delete(listener)
        if (own.size === 0) listenersOf.delete(queryHash)
        if (listenersOf.size > 0) return
        unsubscribe?.()
        unsubscribe = undefined
        clearTimeout(timer)
        timer = undefined
      }
    },
    tellSoon(listener: Listener) {
      waiting.add(listener)
      timer ??= setTimeout(tell)
    },
    forget(listener: Listener) {
      waiting.delete(listener)
    },
  }
}
