'use client'

import { forwardRef, type ReactNode } from 'react'
import type { StartedOptimizationJob } from '../../core/job.js'
import {
  type UseStartOptimizationJobOptions,
  useStartOptimizationJob,
} from '../../hooks/useStartOptimizationJob.js'
import { StartJobFormError } from './StartJobFormError.js'
import { StartJobFormIdField, StartJobFormInstructions } from './StartJobFormFields.js'
import { StartJobFormOptions } from './StartJobFormOptions.js'
import { StartJobFormRoot, type StartJobFormRootProps } from './StartJobFormRoot.js'
import { StartJobFormSubmit } from './StartJobFormSubmit.js'

/** Props of {@link StartJobForm}, in addition to those of a `form`. */
export interface StartJobFormProps
  extends Omit<StartJobFormRootProps, 'mutation' | 'children'>,
    Pick<UseStartOptimizationJobOptions, 'projectId'> {
  /** Called when the service has accepted the job. */
  onStarted?: ((job: StartedOptimizationJob) => void) | undefined
  /**
   * The fields for the version and the dataset, such as `PromptFields`, which choose them by name. @default fields for their IDs
   */
  fields?: ReactNode
}

/**
 * A form that starts a job. Invalid fields are marked before anything is sent; errors of the service are rendered below
 * the form. For other fields or another layout, compose the parts in `StartJobFormParts`.
 *
 * @example
 * return <StartJobForm projectId={projectId} onStarted={({ jobId }) => console.log(jobId)} />
 */
export const StartJobForm = /* @__PURE__ */ forwardRef<HTMLFormElement, StartJobFormProps>(
  function StartJobForm({ projectId, onStarted, fields = ID_FIELDS, ...props }, ref) {
    const mutation = useStartOptimizationJob({ projectId, onSuccess: (job) => onStarted?.(job) })
    return (
      <StartJobFormRoot {...props} mutation={mutation} ref={ref}>
        {fields}
        <StartJobFormInstructions />
        <StartJobFormOptions />
        <StartJobFormSubmit />
        <StartJobFormError />
      </StartJobFormRoot>
    )
  },
)

const ID_FIELDS = (
  <>
    <StartJobFormIdField name="promptTemplateVersionId" />
    <StartJobFormIdField name="datasetId" />
  </>
)
