'use client'

import { forwardRef } from 'react'
import { renderElement } from '../shared/renderElement.js'
import { type JobListPartProps, useJobListContext } from './JobListContext.js'

/** The button that loads another page; rendered while there is one. Sets `data-kind`. */
export const JobListLoadMore = /* @__PURE__ */ forwardRef<HTMLButtonElement, JobListPartProps<'button'>>(
  function JobListLoadMore(props, ref) {
    const { state, labels } = useJobListContext('LoadMore')
    const { kind, hasMore, isLoadingMore, loadMore } = state
    if (!hasMore) return null
    return renderElement(
      'button',
      {
        type: 'button',
        className: 'rpo-button',
        'data-kind': kind,
        // Not `disabled`, which would lose the focus.
        'aria-disabled': isLoadingMore,
        onClick: loadMore,
      },
      { ...props, ref },
      state,
      isLoadingMore ? labels.loadingMore : labels.loadMore,
    )
  },
)
