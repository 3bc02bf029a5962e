import type { QueryCache } from '@tanstack/react-query'
import { createFlushScheduler } from './createFlushScheduler.js'
import type { JobQuerySnapshot } from './getJobQuerySnapshot.js'

type Listener = () => void

/** Calls the listener whenever the state of a job's query changes. By hash, because an app may clear its cache. */
export function subscribeToJobQuery(cache: QueryCache, queryHash: string, listener: Listener): Listener {
  return getSubscriptions(cache).subscribe(queryHash, listener)
}

/**
 * Calls the listener soon after the snapshot of a job's query changes, together with the listeners of other jobs: React
 * then commits once for all of them, and a commit visits every card of the page.
 */
export function subscribeToJobQueryInBatches(
  cache: QueryCache,
  queryHash: string,
  getSnapshot: () => JobQuerySnapshot,
  listener: Listener,
): Listener {
  const { subscribe, scheduler } = getSubscriptions(cache)
  let lastSnapshot = getSnapshot()
  const unsubscribe = subscribe(queryHash, () => {
    const snapshot = getSnapshot()
    if (snapshot === lastSnapshot) return
    lastSnapshot = snapshot
    scheduler.schedule(listener)
  })
  return () => {
    unsubscribe()
    scheduler.cancel(listener)
  }
}

type Subscriptions = ReturnType<typeof createSubscriptions>
const subscriptionsByCache = new WeakMap<QueryCache, Subscriptions>()

function getSubscriptions(cache: QueryCache): Subscriptions {
  const subscriptions = subscriptionsByCache.get(cache) ?? createSubscriptions(cache)
  subscriptionsByCache.set(cache, subscriptions)
  return subscriptions
}

/** One subscription to the cache for all jobs: the cache calls every subscriber for every event. */
function createSubscriptions(cache: QueryCache) {
  const listenersByHash = new Map<string, Set<Listener>>()
  let unsubscribe: Listener | undefined

  return {
    scheduler: createFlushScheduler(),
    subscribe(queryHash: string, listener: Listener): Listener {
      const listeners = listenersByHash.get(queryHash) ?? new Set()
      listenersByHash.set(queryHash, listeners.add(listener))
      unsubscribe ??= cache.subscribe(({ type, query }) => {
        if (type === 'updated') for (const each of listenersByHash.get(query.queryHash) ?? []) each()
      })
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) listenersByHash.delete(queryHash)
        if (listenersByHash.size > 0) return
        unsubscribe?.()
        unsubscribe = undefined
      }
    },
  }
}
