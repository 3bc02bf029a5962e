'use client'

import { forwardRef } from 'react'
import { useConnectivity } from '../../hooks/useConnectivity.js'
import { renderElement } from '../shared/renderElement.js'
import { type JobListPartProps, useJobListContext } from './JobListContext.js'

/** That the browser is offline. Sets `data-kind`. */
export const JobListNotice = /* @__PURE__ */ forwardRef<HTMLDivElement, JobListPartProps<'div'>>(
  function JobListNotice(props, ref) {
    const { state, labels } = useJobListContext('Notice')
    const { isOnline } = useConnectivity()
    const { kind, isPaused } = state
    if (isOnline) return null
    const own = { className: 'rpo-note', 'data-kind': kind }
    const notice = kind === 'error' && !isPaused ? labels.offlineRetry : labels.offline
    return renderElement('div', own, { ...props, ref }, state, notice)
  },
)
