'use client'

import { forwardRef } from 'react'
import { useConnectivity } from '../../hooks/useConnectivity.js'
import { renderElement } from '../shared/renderElement.js'
import { type JobListPartProps, useJobListContext } from './JobListContext.js'

/** That the list is loading or empty, or that the browser is offline. Sets `data-kind`. */
export const JobListNotice = /* @__PURE__ */ forwardRef<HTMLDivElement, JobListPartProps<'div'>>(
  function JobListNotice(props, ref) {
    const { state, labels } = useJobListContext('Notice')
    const { isOnline } = useConnectivity()
    const { kind, jobs, error, isPaused } = state
    const notices = [
      !isOnline && (kind === 'error' && !isPaused ? labels.offlineRetry : labels.offline),
      isOnline && kind === 'loading' && !error && labels.loadingJobs,
      kind === 'ready' && jobs.length === 0 && labels.noJobs,
    ].filter(Boolean)
    if (notices.length === 0) return null
    const own = { className: 'rpo-note', 'data-kind': kind }
    return renderElement('div', own, { ...props, ref }, state, notices.join(' '))
  },
)
