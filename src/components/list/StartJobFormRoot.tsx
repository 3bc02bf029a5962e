'use client'

import { type FormEvent, forwardRef, type ReactNode, useMemo, useState } from 'react'
import type { StartedOptimizationJob, StartOptimizationJobInput } from '../../core/job.js'
import { validateStartInput } from '../../core/startInput.js'
import { useOptimizationContext } from '../../hooks/OptimizationContext.js'
import { enCardAndList } from '../../labels/enCardAndList.js'
import { renderElement } from '../shared/renderElement.js'
import { type LocalizationProps, useLabels } from '../shared/useLabels.js'
import { findField, readStartInput } from './readStartInput.js'
import {
  StartJobFormContext,
  type StartJobFormPartProps,
  type StartJobFormState,
} from './StartJobFormContext.js'

/** Props of {@link StartJobFormRoot}, in addition to those of a `form`. */
export interface StartJobFormRootProps
  extends Omit<StartJobFormPartProps<'form'>, 'onSubmit'>,
    LocalizationProps {
  /** The result of `useStartOptimizationJob`. */
  mutation: StartJobFormState & {
    mutateAsync: (input: StartOptimizationJobInput) => Promise<StartedOptimizationJob>
  }
  /** Initial values; also those of fields that the form lacks. @default no IDs, no instructions, all options on */
  defaultValues?: Partial<StartOptimizationJobInput> | undefined
  /** The parts. Any field with the name of an input property is submitted, for example a `select` named `datasetId`; the value `false` turns an option off. */
  children?: ReactNode
}

const NO_VALUES = {}

/** The form, which provides its state to the parts. Sets `data-pending` while the request is in flight. */
export const StartJobFormRoot = /* @__PURE__ */ forwardRef<HTMLFormElement, StartJobFormRootProps>(
  function StartJobFormRoot(
    { mutation, defaultValues = NO_VALUES, labels: labelsProp, locale, ...props },
    ref,
  ) {
    const { mutateAsync, isPending, error } = mutation
    const { labels } = useLabels({ labels: labelsProp, locale }, enCardAndList)
    const { announcer } = useOptimizationContext()
    const [fieldErrors, setFieldErrors] = useState<ReadonlyMap<string, 'required' | 'invalidId'>>(new Map())
    const form = useMemo(
      () => ({ state: { isPending, error }, labels, defaultValues, fieldErrors }),
      [isPending, error, labels, defaultValues, fieldErrors],
    )

    const start = async (input: StartOptimizationJobInput) => {
      try {
        const { jobId } = await mutateAsync(input)
        announcer?.announce(jobId, 'accepted', labels.jobStarted)
      } catch {
        // The error is in the state.
      }
    }
    const onSubmit = (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      if (isPending) return
      const { currentTarget } = event
      const input = readStartInput(currentTarget, defaultValues)
      // Without the field, the person could not correct it: the request fails with the reason.
      const names = [...validateStartInput(input)].filter((name) => findField(currentTarget, name))
      setFieldErrors(new Map(names.map((name) => [name, input[name] ? 'invalidId' : 'required'])))
      const [first] = names
      if (!first) return void start(input)
      const field = currentTarget.elements.namedItem(first)
      if (field instanceof HTMLElement) field.focus()
    }
    const onInput = ({ target }: FormEvent<HTMLFormElement>) => {
      const name = 'name' in target && target.name
      if (typeof name !== 'string' || !fieldErrors.has(name)) return
      setFieldErrors(new Map([...fieldErrors].filter(([key]) => key !== name)))
    }
    const own = {
      className: 'rpo-form',
      dir: labels.direction,
      'data-pending': isPending || undefined,
      noValidate: true,
      onSubmit,
      onInput,
    }
    return (
      <StartJobFormContext.Provider value={form}>
        {renderElement('form', own, { ...props, ref }, form.state)}
      </StartJobFormContext.Provider>
    )
  },
)
