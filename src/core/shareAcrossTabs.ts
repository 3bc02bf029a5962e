import { nextTurn } from './acquireLockOrMessage.js'
import type { CallOptions, OptimizationClient } from './createOptimizationClient.js'
import type { JobReference, OptimizationJob } from './job.js'
import { OptimizationError } from './OptimizationError.js'
import { createTabChannel } from './tabChannel.js'
import type { TabMessage, TabNews, TabReport } from './tabMessage.js'

/** Options of {@link shareAcrossTabs}. */
export interface ShareAcrossTabsOptions {
  /**
   * Tabs of one origin that have the same name share what they learn. So it has to say who the user is (by an id, not a
   * token), and which service it is if the app talks to several. Otherwise a tab where somebody else has logged in would
   * be given what is not theirs to see. When the user changes, make the client anew.
   */
  name: string
}

/** What {@link shareAcrossTabs} returns. */
export interface SharedOptimizationClient extends OptimizationClient {
  /**
   * Calls the listener when another tab has news of a job. If the listener calls `getJob` for that job before it
   * returns, it is given the news, and no request is made. `OptimizationProvider` subscribes by itself.
   *
   * @returns what ends the subscription
   */
  subscribe(listener: (job: JobReference) => void): () => void
}

const BEAT_MS = 1_000
// More than a beat: browsers slow the timers of a hidden page down to once a second, and hidden is not frozen. Later on some do
// so to once a minute: then a tab that polls in the background may lose its turn, which costs a request.
const PATIENCE_MS = 3_000
const LINGER_MS = 100

/**
 * Lets the tabs of a user share what they learn of a job, so that five tabs cost the requests of one. The tab whose check
 * is due first asks; the others take its answer, or its passing failure, as their own and count from there. A refusal is
 * not shared: each tab finds out for itself. `refetch()` asks too, unless another tab is just asking.
 *
 * Any tab may be the next to ask, so none is missed when it closes or is hidden; one that freezes while it asks loses its
 * turn after 3 to 4 seconds. On a server, in a worker, and where the browser lacks Web Locks (it has them on HTTPS and
 * localhost only) or `BroadcastChannel`, every call is passed on as it is.
 *
 * @throws TypeError for an empty name
 *
 * @example
 * const client = shareAcrossTabs(createOptimizationClient({ baseUrl: '/api/v2' }), { name: user.id })
 */
export function shareAcrossTabs(
  client: OptimizationClient,
  { name }: ShareAcrossTabsOptions,
): SharedOptimizationClient {
  if (!name) {
    throw new TypeError(
      'shareAcrossTabs was given no name, so users of one browser could see each other’s jobs. Name the user: ' +
        'shareAcrossTabs(client, { name: user.id })',
    )
  }
  const waiting = new Set<(message: TabMessage) => void>()
  const listeners = new Set<(job: JobReference) => void>()
  /** What the listeners are being told of, and null at all other times. */
  let news: TabNews | null = null

  const channel = createTabChannel(name, (message) => {
    // What arrived while this page was frozen says how things were.
    if (Date.now() - message.sentAt > PATIENCE_MS) return
    for (const hear of waiting) hear(message)
    if (message.type === 'asking') return
    news = message
    try {
      for (const listener of listeners) listener(referenceOf(message))
    } finally {
      news = null
    }
  })

  const waitForTurn = (locks: LockManager, job: JobReference, signal: AbortSignal | undefined) =>
    nextTurn<TabNews>({
      locks,
      lockName: `${channel.name}:${JSON.stringify([job.projectId, job.jobId])}`,
      patienceMs: PATIENCE_MS,
      signal,
      listen(hear) {
        const hearOfJob = (message: TabMessage) => {
          if (isSameJob(message, job)) hear(message.type === 'asking' ? null : message)
        }
        waiting.add(hearOfJob)
        return () => waiting.delete(hearOfJob)
      },
    })

  /** Asks in a turn of its own, tells the others, and ends the turn. */
  async function ask(job: JobReference, options: CallOptions, endTurn: () => void): Promise<OptimizationJob> {
    let toldAt = Date.now()
    const tell = (report: TabReport) => {
      const sentAt = Date.now()
      // A page that was silent for so long was frozen. Another has its turn by now, and what it knows is old.
      if (sentAt - toldAt >= PATIENCE_MS) return
      toldAt = sentAt
      const message = { ...referenceOf(job), sentAt, ...report }
      channel.post(message)
      // The channel leaves out the one who posts; this tab may be waiting as well.
      for (const hear of waiting) hear(message)
    }
    const tellNews = (report: TabReport) => {
      tell(report)
      // Whoever waits, or is about to ask, gets the news before it could get the turn.
      setTimeout(endTurn, LINGER_MS)
    }

    tell({ type: 'asking' })
    const beating = setInterval(tell, BEAT_MS, { type: 'asking' })
    try {
      const answer = await client.getJob(job, options)
      tellNews({ type: 'answer', answer })
      return answer
    } catch (error) {
      if (error instanceof OptimizationError && error.isRetryable) tellNews({ type: 'failure', error })
      else endTurn()
      throw error
    } finally {
      clearInterval(beating)
    }
  }

  return {
    async getJob(job, options = {}) {
      // A listener that calls gets here before it returns.
      if (news && isSameJob(news, job)) return answerOf(news)
      const locks = findLocks()
      const leave = locks && channel.join()
      if (!leave) return client.getJob(job, options)
      try {
        const turn = await waitForTurn(locks, job, options.signal)
        return turn.news ? answerOf(turn.news) : await ask(job, options, turn.end)
      } finally {
        leave()
      }
    },
    listJobs: (input, options) => client.listJobs(input, options),
    startJob: (input, options) => client.startJob(input, options),
    cancelJob: (job, options) => client.cancelJob(job, options),

    subscribe(listener) {
      const leave = findLocks() && channel.join()
      if (!leave) return () => {}
      // An entry of its own, so that a listener may subscribe twice.
      const entry = (job: JobReference) => listener(job)
      listeners.add(entry)
      return () => {
        if (listeners.delete(entry)) leave()
      }
    },
  }
}

/** Where there is no document there are no tabs: on a server, one process may serve many users. */
function findLocks(): LockManager | undefined {
  return typeof document === 'undefined' ? undefined : navigator.locks
}

function referenceOf({ projectId, jobId }: JobReference): JobReference {
  return { projectId, jobId }
}

function isSameJob(one: JobReference, other: JobReference): boolean {
  return one.projectId === other.projectId && one.jobId === other.jobId
}

function answerOf(news: TabNews): OptimizationJob {
  if (news.type === 'failure') throw news.error
  return news.answer
}
