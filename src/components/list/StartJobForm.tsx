'use client'

import { type ComponentPropsWithoutRef, type FormEvent, forwardRef, useId, useState } from 'react'
import type { StartOptimizationJobInput } from '../../core/job.js'
import type { OptimizationError } from '../../core/OptimizationError.js'
import { validateStartInput } from '../../core/schema.js'
import { useOptimizationContext } from '../../hooks/OptimizationProvider.js'
import {
  type UseStartOptimizationJobOptions,
  useStartOptimizationJob,
} from '../../hooks/useStartOptimizationJob.js'
import { en } from '../../labels/en.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import type { JobLabels } from '../../labels/JobLabels.js'
import { useLabels, type Words } from '../shared/useLabels.js'

/** Props of {@link StartJobForm}, beside those of a `form`. */
export interface StartJobFormProps
  extends Omit<ComponentPropsWithoutRef<'form'>, 'children' | 'onSubmit'>,
    UseStartOptimizationJobOptions,
    Words {
  /** What stands in the form at first. @default no ids, no instructions, all options on */
  defaultValues?: Partial<StartOptimizationJobInput> | undefined
}

const IDS = ['promptTemplateVersionId', 'datasetId'] as const
const FLAGS = ['useBestPractices', 'useLabels', 'useCustomerFeedback', 'runTestAfterOptimization'] as const
const WORDS = {
  promptTemplateVersionId: 'promptVersionId',
  datasetId: 'datasetId',
  useBestPractices: 'useBestPractices',
  useLabels: 'useLabels',
  useCustomerFeedback: 'useCustomerFeedback',
  runTestAfterOptimization: 'runTest',
} as const satisfies Record<string, keyof JobLabels>

/**
 * Asks for what a job needs, and starts it. What cannot be right is said at the field before anything is sent; what the
 * service refuses is said below the form.
 *
 * @example
 * return <StartJobForm projectId={projectId} onStarted={({ jobId }) => console.log(jobId)} />
 */
export const StartJobForm = forwardRef<HTMLFormElement, StartJobFormProps>(function StartJobForm(
  { projectId, onStarted, defaultValues = {}, labels: ownLabels, locale, className, onInput, ...props },
  ref,
) {
  const { labels } = useLabels({ labels: ownLabels, locale }, en)
  const { announce } = useOptimizationContext()
  const [invalid, setInvalid] = useState<ReturnType<typeof validateStartInput>>(new Set())
  const { mutate, isPending, error } = useStartOptimizationJob({
    projectId,
    onStarted: (job) => {
      announce?.(job.jobId, labels.jobStarted)
      onStarted?.(job)
    },
  })

  const clearFieldError = ({ target }: FormEvent<HTMLFormElement>) => {
    const { name } = target as HTMLInputElement
    setInvalid((before) => {
      const rest = [...before].filter((field) => field !== name)
      return rest.length < before.size ? new Set(rest) : before
    })
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isPending) return
    const form = event.currentTarget
    const input = readInput(new FormData(form))
    const fields = validateStartInput(input)
    setInvalid(fields)
    const [first] = fields
    if (!first) return mutate(input)
    // The person asked for something: what is in the way is shown to them.
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
          label={labels[WORDS[name]]}
          defaultValue={defaultValues[name]}
          problem={invalid.has(name) ? labels.invalidId : null}
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
            {labels[WORDS[name]]}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="rpo-button" data-primary aria-disabled={isPending}>
        {isPending ? labels.starting : labels.startJob}
      </button>
      {error && <Failure error={error} labels={labels} />}
    </form>
  )
})

interface IdFieldProps {
  name: string
  label: string
  defaultValue: string | undefined
  problem: string | null
}

function IdField({ name, label, defaultValue, problem }: IdFieldProps) {
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
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}problem`}
      />
      {problem !== null && (
        <div id={`${id}problem`} className="rpo-field-error">
          {problem}
        </div>
      )}
    </div>
  )
}

function Failure({ error, labels }: { error: OptimizationError; labels: JobLabels }) {
  // No answer, or none that can be read, is no proof that nothing was started.
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
