'use client'

import { type ComponentPropsWithoutRef, type FormEvent, forwardRef, useId, useState } from 'react'
import type { StartedOptimizationJob, StartOptimizationJobInput } from '../../core/job.js'
import type { OptimizationError } from '../../core/OptimizationError.js'
import { validateStartInput } from '../../core/startInput.js'
import { useOptimizationContext } from '../../hooks/OptimizationContext.js'
import { useStartOptimizationJob } from '../../hooks/useStartOptimizationJob.js'
import { defaultLabels } from '../../labels/en.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import type { JobLabels } from '../../labels/JobLabels.js'
import { type LocalizationProps, useLabels } from '../shared/useLabels.js'

/** Props of {@link StartJobForm}, in addition to those of a `form`. */
export interface StartJobFormProps
  extends Omit<ComponentPropsWithoutRef<'form'>, 'children' | 'onSubmit'>,
    LocalizationProps {
  /** The ID of the project that the job will belong to. */
  projectId: string
  /** Called when the service has accepted the job. */
  onStarted?: ((job: StartedOptimizationJob) => void) | undefined
  /** Initial values. @default no IDs, no instructions, all options on */
  defaultValues?: Partial<StartOptimizationJobInput> | undefined
}

const IDS = ['promptTemplateVersionId', 'datasetId'] as const
const FLAGS = ['useBestPractices', 'useLabels', 'useCustomerFeedback', 'runTestAfterOptimization'] as const
const LABEL_KEYS = {
  promptTemplateVersionId: 'promptVersionId',
  datasetId: 'datasetId',
  useBestPractices: 'useBestPractices',
  useLabels: 'useLabels',
  useCustomerFeedback: 'useCustomerFeedback',
  runTestAfterOptimization: 'runTest',
} as const satisfies Record<string, keyof JobLabels>

/**
 * A form that starts a job. Invalid fields are marked before anything is sent; errors of the service are rendered below
 * the form.
 *
 * @example
 * return <StartJobForm projectId={projectId} onStarted={({ jobId }) => console.log(jobId)} />
 */
export const StartJobForm = forwardRef<HTMLFormElement, StartJobFormProps>(function StartJobForm(
  { projectId, onStarted, defaultValues = {}, labels: labelsProp, locale, className, onInput, ...props },
  ref,
) {
  const { labels } = useLabels({ labels: labelsProp, locale }, defaultLabels)
  const { announce } = useOptimizationContext()
  const [fieldErrors, setFieldErrors] = useState<ReadonlyMap<string, 'required' | 'invalidId'>>(new Map())
  const { mutate, isPending, error } = useStartOptimizationJob({
    projectId,
    onSuccess: (job) => {
      announce?.(job.jobId, labels.jobStarted)
      onStarted?.(job)
    },
  })

  const formatFieldError = (name: string) => {
    const key = fieldErrors.get(name)
    return key ? labels[key] : null
  }
  const clearFieldError = ({ target }: FormEvent<HTMLFormElement>) => {
    const { name } = target as HTMLInputElement
    setFieldErrors((errors) => {
      if (!errors.has(name)) return errors
      const rest = new Map(errors)
      rest.delete(name)
      return rest
    })
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isPending) return
    const form = event.currentTarget
    const input = readInput(new FormData(form))
    const invalidFields = validateStartInput(input)
    setFieldErrors(new Map([...invalidFields].map((name) => [name, input[name] ? 'invalidId' : 'required'])))
    const [first] = invalidFields
    if (!first) return mutate(input)
    form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
  }
  return (
    <form
      noValidate
      {...props}
      ref={ref}
      className={className ? `rpo-form ${className}` : 'rpo-form'}
      onSubmit={submit}
      onInput={(event) => {
        onInput?.(event)
        clearFieldError(event)
      }}
    >
      {IDS.map((name) => (
        <IdField
          key={name}
          name={name}
          label={labels[LABEL_KEYS[name]]}
          defaultValue={defaultValues[name]}
          error={formatFieldError(name)}
        />
      ))}
      <label className="rpo-field">
        <span className="rpo-field-label">
          {labels.instructions} <span className="rpo-note">({labels.optional})</span>
        </span>
        <textarea
          className="rpo-input"
          name="userInstructions"
          rows={3}
          defaultValue={defaultValues.userInstructions ?? ''}
        />
      </label>
      <fieldset className="rpo-options">
        <legend className="rpo-field-label">{labels.options}</legend>
        {FLAGS.map((name) => (
          <label key={name} className="rpo-option">
            <input type="checkbox" name={name} defaultChecked={defaultValues[name] ?? true} />
            {labels[LABEL_KEYS[name]]}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="rpo-button" data-primary aria-disabled={isPending}>
        {isPending ? labels.starting : labels.startJob}
      </button>
      {error && <StartError error={error} labels={labels} />}
    </form>
  )
})

interface IdFieldProps {
  name: string
  label: string
  defaultValue: string | undefined
  error: string | null
}

function IdField({ name, label, defaultValue, error }: IdFieldProps) {
  const id = useId()
  return (
    <div className="rpo-field">
      <label className="rpo-field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="rpo-input"
        name={name}
        defaultValue={defaultValue}
        autoComplete="off"
        spellCheck={false}
        required
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}error`}
      />
      {error !== null && (
        <div id={`${id}error`} className="rpo-field-error">
          {error}
        </div>
      )}
    </div>
  )
}

function StartError({ error, labels }: { error: OptimizationError; labels: JobLabels }) {
  // Without a readable response, the job may have started.
  const isUncertain = error.isRetryable && error.status !== 429 && error.kind !== 'token'
  return (
    <div className="rpo-field-error" role="alert">
      {!isUncertain && labels.startFailed} {labels.projectError(getErrorKey(error))}{' '}
      {isUncertain && labels.mayHaveStarted}
      {error.serviceMessage && <bdi className="rpo-note"> {error.serviceMessage}</bdi>}
    </div>
  )
}

function readInput(form: FormData): StartOptimizationJobInput {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const flag = (name: (typeof FLAGS)[number]) => ({ [name]: form.has(name) })
  return {
    promptTemplateVersionId: text('promptTemplateVersionId'),
    datasetId: text('datasetId'),
    userInstructions: text('userInstructions') || null,
    ...Object.assign({}, ...FLAGS.map(flag)),
  }
}
