'use client'

import { forwardRef, type ReactNode } from 'react'
import type { StartedOptimizationJob, StartOptimizationJobInput } from '../../core/job.js'
import {
  type UseStartOptimizationJobOptions,
  useStartOptimizationJob,
} from '../../hooks/useStartOptimizationJob.js'
import { StartJobFormError } from './StartJobFormError.js'
import { StartJobFormIdField, StartJobFormInstructions } from './StartJobFormFields.js'
import { StartJobFormOptions } from './StartJobFormOptions.js'
import { StartJobFormRoot, type StartJobFormRootProps } from './StartJobFormRoot.js'
import { StartJobFormSubmit } from './StartJobFormSubmit.js'
import { StartJobFormSuccess } from './StartJobFormSuccess.js'

/** Props of {@link StartJobForm}, in addition to those of a `form`. */
export interface StartJobFormProps
  extends Omit<StartJobFormRootProps, 'mutation' | 'children'>,
    Pick<UseStartOptimizationJobOptions, 'projectId'> {
  /** Called when the service has accepted the job, with what it was started with. */
  onStarted?: ((job: StartedOptimizationJob, input: StartOptimizationJobInput) => void) | undefined
  /**
   * The fields for the version and the dataset, such as `PromptFields`, which choose them by name. @default fields for their IDs
   */
  fields?: ReactNode
}

/**
 * A form that starts a job. Invalid fields are marked before anything is sent; that the job was started, with a link to it, and errors
 * of the service are rendered below the form. Before the same input is started again, it asks. For other fields or another layout, compose the parts in `StartJobFormParts`.
 *
 * @example
 * return <StartJobForm projectId={projectId} onStarted={({ jobId }) => console.log(jobId)} />
 */
export const StartJobForm = /* @__PURE__ */ forwardRef<HTMLFormElement, StartJobFormProps>(
  function StartJobForm(props, ref) {
    // What was entered, started and asked is of one project.
    return <ProjectForm key={props.projectId} {...props} ref={ref} />
  },
)

const ProjectForm = /* @__PURE__ */ forwardRef<HTMLFormElement, StartJobFormProps>(function ProjectForm(
  { projectId, onStarted, fields = ID_FIELDS, ...props },
  ref,
) {
  const mutation = useStartOptimizationJob({
    projectId,
    onSuccess: (job, input) => onStarted?.(job, input),
  })
  return (
    <StartJobFormRoot {...props} mutation={mutation} ref={ref}>
      {fields}
      <StartJobFormInstructions />
      <StartJobFormOptions />
      <StartJobFormSubmit />
      <StartJobFormError />
      <StartJobFormSuccess />
    </StartJobFormRoot>
  )
})

const ID_FIELDS = (
  <>
    <StartJobFormIdField name="promptTemplateVersionId" />
    <StartJobFormIdField name="datasetId" />
  </>
)
