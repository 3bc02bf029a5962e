'use client'

import { forwardRef } from 'react'
import { renderElement } from '../shared/renderElement.js'
import { JobStarted } from './JobStarted.js'
import { type StartJobFormPartProps, useStartJobFormContext } from './StartJobFormContext.js'

/** That the job was started, with a link to it if the provider has `links.job`. A status, which is empty before. */
export const StartJobFormSuccess = /* @__PURE__ */ forwardRef<HTMLDivElement, StartJobFormPartProps<'div'>>(
  function StartJobFormSuccess(props, ref) {
    const { state, labels } = useStartJobFormContext('Success')
    const { data } = state
    return renderElement(
      'div',
      { className: 'rpo-form-status', role: 'status' },
      { ...props, ref },
      state,
      data && <JobStarted jobId={data.jobId} labels={labels} />,
    )
  },
)
