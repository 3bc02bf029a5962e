import { acquireLockOrMessage } from './acquireLockOrMessage.js'
import type { CallOptions, OptimizationClient } from './createOptimizationClient.js'
import { isLeavingPage } from './isLeavingPage.js'
import type { JobReference, OptimizationJob } from './job.js'
import { OptimizationError } from './OptimizationError.js'
import { createRecentResults, toJobKey } from './recentResults.js'
import { createTabChannel } from './tabChannel.js'
import type { ResultMessage, TabMessage, TabPayload } from './tabMessage.js'

/** Options of {@link shareAcrossTabs}. */
export interface ShareAcrossTabsOptions {
  /**
   * Identifies the user (an ID, not a token), and the service if the app uses several. Tabs of one origin with the same
   * scope share results, so users must not share a scope. Create a new client when the user changes.
   */
  scope: string
}

/** The client returned by {@link shareAcrossTabs}. */
export interface SharedOptimizationClient extends OptimizationClient {
  /**
   * Calls the listener when another tab has a new result for a job. For half a second, as many `getJob` calls for that job
   * as there are listeners resolve with this result and send no request. `OptimizationProvider` subscribes by itself.
   *
   * @returns the unsubscribe function
   */
  subscribe(listener: (job: JobReference) => void): () => void
}

const HEARTBEAT_INTERVAL_MS = 1_000
// Above 1 s, to which browsers throttle timers of hidden pages. Chrome later throttles to once a minute: a tab that polls
// in the background may then lose its lock, which costs one extra request.
const HEARTBEAT_TIMEOUT_MS = 3_000
const LOCK_RELEASE_DELAY_MS = 100
// Browsers coarsen the time.
const CLOCK_TOLERANCE_MS = 200
// Twice the default time limit of a request.
const MAX_WAIT_MS = 60_000

/**
 * Shares job results between the tabs of one user, so that five tabs cost little more than one. The tab whose poll is due
 * first takes a lock and fetches; the others use its result, or its retryable error, as their own. Non-retryable errors
 * are not shared. `refetch()` also fetches, unless another tab is fetching already.
 *
 * A tab that closes releases its lock; one that freezes while it fetches loses it after 3 to 4 seconds. On a server, in
 * a worker, and without Web Locks (which need HTTPS or localhost) or `BroadcastChannel`, calls go straight to the client.
 *
 * @throws TypeError for an empty scope
 *
 * @example
 * const client = shareAcrossTabs(createOptimizationClient({ baseUrl: '/api/v2' }), { scope: user.id })
 */
export function shareAcrossTabs(
  client: OptimizationClient,
  { scope }: ShareAcrossTabsOptions,
): SharedOptimizationClient {
  if (!scope) {
    throw new TypeError(
      'shareAcrossTabs needs a scope; without one, users of one browser could see each other’s jobs. Pass the user’s ID: ' +
        'shareAcrossTabs(client, { scope: user.id }). ' +
        'See node_modules/react-prompt-optimization/docs/errors/missing-scope.md',
    )
  }
  const messageHandlers = new Set<(message: TabMessage) => void>()
  const listeners = new Set<(job: JobReference) => void>()
  const recentResults = createRecentResults()

  const channel = createTabChannel(scope, (message) => {
    // Messages that queued up while this page was frozen are stale. All tabs share a clock, so none is from the future.
    const ageMs = Date.now() - message.sentAt
    if (ageMs > HEARTBEAT_TIMEOUT_MS || ageMs < -CLOCK_TOLERANCE_MS) return
    for (const onMessage of messageHandlers) onMessage(message)
    if (message.type === 'heartbeat') return
    recentResults.add(message, listeners.size)
    for (const listener of listeners) listener(toJobReference(message))
  })

  const waitForLockOrResult = (locks: LockManager, job: JobReference, signal: AbortSignal | undefined) =>
    acquireLockOrMessage<ResultMessage>({
      locks,
      lockName: `${channel.name}:${toJobKey(job)}`,
      heartbeatTimeoutMs: HEARTBEAT_TIMEOUT_MS,
      maxWaitMs: MAX_WAIT_MS,
      signal,
      subscribe(onMessage) {
        const onJobMessage = (message: TabMessage) => {
          if (isSameJob(message, job)) onMessage(message.type === 'heartbeat' ? null : message)
        }
        messageHandlers.add(onJobMessage)
        return () => messageHandlers.delete(onJobMessage)
      },
    })

  async function fetchAndBroadcast(
    job: JobReference,
    options: CallOptions,
    { release: releaseLock, isStolen }: { release: () => void; isStolen: () => boolean },
  ): Promise<OptimizationJob> {
    let lastBroadcastAt = Date.now()
    const broadcast = (payload: TabPayload) => {
      const sentAt = Date.now()
      // Without the lock, another tab has a newer result. Silent past the timeout means the page was frozen, likewise.
      if (isStolen() || sentAt - lastBroadcastAt >= HEARTBEAT_TIMEOUT_MS) return
      lastBroadcastAt = sentAt
      const message = { ...toJobReference(job), sentAt, ...payload }
      channel.post(message)
      // A BroadcastChannel skips its sender, and this tab may be waiting for the job as well.
      for (const onMessage of messageHandlers) onMessage(message)
    }
    const broadcastResult = (payload: TabPayload) => {
      broadcast(payload)
      // Waiting tabs must receive the result before they are granted the lock.
      setTimeout(releaseLock, LOCK_RELEASE_DELAY_MS)
    }

    const sendHeartbeat = () => broadcast({ type: 'heartbeat' })
    sendHeartbeat()
    const heartbeat = setInterval(() => {
      // A slow navigation may end every request of the page: another tab must take the lock.
      if (!isLeavingPage(Date.now())) sendHeartbeat()
    }, HEARTBEAT_INTERVAL_MS)
    try {
      const result = await client.getJob(job, options)
      broadcastResult({ type: 'success', job: result })
      return result
    } catch (error) {
      if (error instanceof OptimizationError && error.isRetryable) broadcastResult({ type: 'error', error })
      else releaseLock()
      throw error
    } finally {
      clearInterval(heartbeat)
    }
  }

  return {
    async getJob(job, options = {}) {
      const recent = recentResults.take(job)
      if (recent) return unwrapResult(recent)
      const locks = getLockManager()
      const releaseChannel = locks && channel.retain()
      if (!releaseChannel) return client.getJob(job, options)
      try {
        const first = await waitForLockOrResult(locks, job, options.signal)
        if (first.message) return unwrapResult(first.message)
        return await fetchAndBroadcast(job, options, first)
      } finally {
        releaseChannel()
      }
    },
    listJobs: (input, options) => client.listJobs(input, options),
    read: (input, options) => client.read(input, options),
    send: (input, options) => client.send(input, options),
    startJob: (input, options) => client.startJob(input, options),
    cancelJob(job, options) {
      // The result is older than the change.
      recentResults.delete(job)
      return client.cancelJob(job, options)
    },

    subscribe(listener) {
      const releaseChannel = getLockManager() && channel.retain()
      if (!releaseChannel) return () => {}
      // A wrapper per subscription, so that the same listener may subscribe twice.
      const entry = (job: JobReference) => listener(job)
      listeners.add(entry)
      return () => {
        if (listeners.delete(entry)) releaseChannel()
      }
    },
  }
}

/** Undefined on a server: Node has Web Locks too, but one process serves many users. */
function getLockManager(): LockManager | undefined {
  return typeof document === 'undefined' ? undefined : navigator.locks
}

function toJobReference({ projectId, jobId }: JobReference): JobReference {
  return { projectId, jobId }
}

function isSameJob(a: JobReference, b: JobReference): boolean {
  return toJobKey(a) === toJobKey(b)
}

function unwrapResult(message: ResultMessage): OptimizationJob {
  if (message.type === 'error') throw message.error
  return message.job
}
