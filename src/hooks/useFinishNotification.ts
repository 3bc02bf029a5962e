'use client'

import { useSyncExternalStore } from 'react'
import { isSafeHref } from '../core/isSafeHref.js'
import type { JobReference, OptimizationJobSummary } from '../core/job.js'
import { enCard } from '../labels/enCard.js'
import { getJobTitle } from '../labels/getJobTitle.js'
import { claimAcrossTabs } from './claimAcrossTabs.js'
import {
  type FinishNotificationPermission,
  getPermission,
  requestPermission,
  showNotification,
  subscribeToPermission,
} from './notificationPermission.js'
import { useOptimizationContext } from './OptimizationContext.js'
import { useJobEvents } from './useJobEvents.js'
import { useLabels } from './useLabels.js'
import { useLatest } from './useLatest.js'

/** Options of {@link useFinishNotification}. */
export interface UseFinishNotificationOptions {
  /** Whether to show notifications, such as a setting of the user. @default true */
  enabled?: boolean | undefined
  /**
   * Called when the user clicks a notification, after its window is focused; for example, to navigate with a router.
   * @default loads the page of the provider's `links.job`, if any
   */
  onClick?: ((job: OptimizationJobSummary, reference: JobReference) => void) | undefined
}

/** The result of {@link useFinishNotification}. */
export interface FinishNotification {
  /**
   * `default` until the user has decided, then `granted` or `denied`. `unsupported` where the browser can't show
   * notifications from a page, such as Chrome on Android, and on the server.
   */
  permission: FinishNotificationPermission
  /**
   * Asks the user, if the permission is `default`. Call it on a click: browsers ignore it otherwise. Never rejects. A stable
   * function.
   */
  requestPermission: () => Promise<void>
}

const getServerPermission = (): FinishNotificationPermission => 'unsupported'

/**
 * Shows a system notification when a job has completed or failed while the document has no focus, with the job's title and
 * status. Of several tabs, one shows it, and none if one of them has the focus. Canceled jobs are not notified. The user is
 * asked only by `requestPermission`. Use it once, below the provider.
 *
 * In a hidden page, jobs are polled only with `pollInBackground`.
 *
 * @throws Error without a `QueryClientProvider` above it
 *
 * @example
 * const { permission, requestPermission } = useFinishNotification()
 * return permission === 'default' && <button onClick={requestPermission}>Notify me</button>
 */
export function useFinishNotification(options: UseFinishNotificationOptions = {}): FinishNotification {
  const { enabled = true, onClick } = options
  const { links, getTitle } = useOptimizationContext()
  const { labels } = useLabels({}, enCard)
  const permission = useSyncExternalStore(subscribeToPermission, getPermission, getServerPermission)
  const latest = useLatest({ links, onClick })

  const onJobFinish = async (job: OptimizationJobSummary, reference: JobReference) => {
    const { jobId, phase } = job
    if (phase === 'cancelled') return
    const tag = `react-prompt-optimization:finished:${reference.projectId}/${jobId}`
    // A tab that has the focus claims it, too: the user is looking at the app.
    if (!(await claimAcrossTabs(tag)) || document.hasFocus()) return
    const title = getJobTitle(job, getTitle, labels)
    const notification = showNotification(labels.announceStatus(title, labels.status(phase)), {
      tag,
      lang: labels.locale,
      dir: labels.direction ?? 'auto',
    })
    notification?.addEventListener('click', () => {
      notification.close()
      window.focus()
      if (latest.current.onClick) return latest.current.onClick(job, reference)
      const href = latest.current.links?.job?.(jobId)
      if (href && isSafeHref(href)) window.location.assign(href)
    })
  }
  useJobEvents({ onJobFinish: enabled && permission === 'granted' ? onJobFinish : undefined })
  return { permission, requestPermission }
}
