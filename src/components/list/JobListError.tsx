'use client'

import { forwardRef } from 'react'
import { useConnectivity } from '../../hooks/useConnectivity.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import { RefetchButton } from '../shared/RefetchButton.js'
import { renderElement } from '../shared/renderElement.js'
import { renderServiceMessage } from '../shared/renderServiceMessage.js'
import { type JobListPartProps, useJobListContext } from './JobListContext.js'

/** Why the list can't be fetched, with a retry button; announced by the provider. Sets `data-kind`. */
export const JobListError = /* @__PURE__ */ forwardRef<HTMLDivElement, JobListPartProps<'div'>>(
  function JobListError(props, ref) {
    const { state, labels } = useJobListContext('Error')
    const { isOnline } = useConnectivity()
    const { kind, error, isLoadMoreError, refetch } = state
    if (!error || isLoadMoreError) return null
    return renderElement(
      'div',
      { className: 'rpo-list-error', 'data-kind': kind },
      { ...props, ref },
      state,
      <div>
        {labels.projectError(getErrorKey(error))}
        {renderServiceMessage(error)}
      </div>,
      <RefetchButton className="rpo-text-button" refetch={refetch} isOffline={!isOnline} labels={labels}>
        {labels.retry}
      </RefetchButton>,
    )
  },
)

/** Why another page can't be loaded; the button that retries is `JobListParts.LoadMore`. An alert; sets `data-kind`. */
export const JobListLoadMoreError = /* @__PURE__ */ forwardRef<HTMLDivElement, JobListPartProps<'div'>>(
  function JobListLoadMoreError(props, ref) {
    const { state, labels } = useJobListContext('LoadMoreError')
    const { kind, error, isLoadMoreError } = state
    if (!error || !isLoadMoreError) return null
    const own = { className: 'rpo-list-error', role: 'alert', 'data-kind': kind }
    return renderElement(
      'div',
      own,
      { ...props, ref },
      state,
      <div>
        {labels.projectError(getErrorKey(error))}
        {renderServiceMessage(error)}
      </div>,
    )
  },
)
