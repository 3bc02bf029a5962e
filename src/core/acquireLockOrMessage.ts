export interface AcquireOptions<Message> {
  locks: LockManager
  lockName: string
  /** The lock is stolen from a holder that sends no heartbeat for this long, in milliseconds. */
  heartbeatTimeoutMs: number
  /** The lock is stolen after this time, in milliseconds, also from a holder that only sends heartbeats. */
  maxWaitMs: number
  signal: AbortSignal | undefined
  /** Subscribes to heartbeats (null) and messages; returns the unsubscribe function. */
  subscribe: (onMessage: (message: Message | null) => void) => () => void
}

/** Whichever came first. A lock is held until `release` is called, or another tab steals it. */
export type LockOrMessage<Message> =
  | { message: Message }
  | { message: null; release: () => void; isStolen: () => boolean }

/**
 * Waits for a message or for an exclusive Web Lock, whichever comes first. The browser releases a lock with its page, and
 * a holder whose heartbeat times out, or that takes too long, loses it. If the browser denies the lock, resolves as if it
 * had been granted.
 *
 * @throws the signal's reason when it is aborted
 */
export function acquireLockOrMessage<Message>(
  options: AcquireOptions<Message>,
): Promise<LockOrMessage<Message>> {
  const { locks, lockName, heartbeatTimeoutMs, maxWaitMs, signal, subscribe } = options
  return new Promise((resolve, reject) => {
    const lockRequest = new AbortController()
    let isSettled = false
    let isGranted = false
    let isStolen = false
    let timer: ReturnType<typeof setTimeout>

    const cleanUp = () => {
      isSettled = true
      clearTimeout(timer)
      clearTimeout(deadline)
      unsubscribe()
      signal?.removeEventListener('abort', onAbort)
      lockRequest.abort()
    }
    const onAbort = () => {
      cleanUp()
      reject(signal?.reason)
    }
    /** The browser holds the lock until the returned promise resolves. */
    const onLockGranted = (): Promise<void> | undefined => {
      if (isSettled) return undefined
      cleanUp()
      isGranted = true
      return new Promise((release) => resolve({ message: null, release, isStolen: () => isStolen }))
    }
    // Also runs when another tab steals a lock that was granted.
    const proceedWithoutLock = () => {
      if (isGranted) isStolen = true
      else void onLockGranted()
    }
    const stealLock = () => {
      // A second attempt would steal the lock from this one.
      clearTimeout(timer)
      clearTimeout(deadline)
      lockRequest.abort()
      locks.request(lockName, { steal: true }, onLockGranted).catch(proceedWithoutLock)
    }
    const restartTimeout = () => {
      clearTimeout(timer)
      // Random, so that waiting tabs do not steal the lock from each other at the same moment.
      timer = setTimeout(stealLock, heartbeatTimeoutMs * (1 + Math.random() / 3))
    }
    const unsubscribe = subscribe((message) => {
      if (message === null) return restartTimeout()
      cleanUp()
      resolve({ message })
    })

    restartTimeout()
    // Random, likewise.
    const deadline = setTimeout(stealLock, maxWaitMs * (1 + Math.random() / 3))
    signal?.addEventListener('abort', onAbort)
    if (signal?.aborted) onAbort()
    else {
      locks
        .request(lockName, { signal: lockRequest.signal }, onLockGranted)
        .catch(() => (lockRequest.signal.aborted && !isGranted) || proceedWithoutLock())
    }
  })
}
