'use client'

import { type FormEvent, forwardRef, type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
import type { StartedOptimizationJob, StartOptimizationJobInput } from '../../core/job.js'
import { validateStartInput } from '../../core/startInput.js'
import { type LocalizationProps, useLabels } from '../../hooks/useLabels.js'
import { enCardAndList } from '../../labels/enCardAndList.js'
import { consumeEscape } from '../shared/consumeEscape.js'
import { renderElement } from '../shared/renderElement.js'
import { RepeatQuestion } from './RepeatQuestion.js'
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
    /** Finds a job that was started with the same input; if there is one, the form asks. @default it does not ask */
    findStartedJobId?: ((input: StartOptimizationJobInput) => string | undefined) | undefined
  }
  /** Initial values; also those of fields that the form lacks. @default no IDs, no instructions, all options on */
  defaultValues?: Partial<StartOptimizationJobInput> | undefined
  /** The parts. Any field with the name of an input property is submitted, for example a `select` named `datasetId`; the value `false` turns an option off. */
  children?: ReactNode
}

const NO_VALUES = {}

/**
 * The form, which provides its state to the parts. Before the same input is started again, it asks, below its parts. Sets
 * `data-pending` while the request is in flight.
 */
export const StartJobFormRoot = /* @__PURE__ */ forwardRef<HTMLFormElement, StartJobFormRootProps>(
  function StartJobFormRoot(
    { mutation, defaultValues = NO_VALUES, labels: labelsProp, locale, children, ...props },
    ref,
  ) {
    const { mutateAsync, findStartedJobId, isPending, error, data } = mutation
    const { labels } = useLabels({ labels: labelsProp, locale }, enCardAndList)
    const [fieldErrors, setFieldErrors] = useState<ReadonlyMap<string, 'required' | 'invalidId'>>(new Map())
    const [repeatedInput, setRepeatedInput] = useState<StartOptimizationJobInput | null>(null)
    const form = useMemo(
      () => ({ state: { isPending, error, data }, labels, defaultValues, fieldErrors }),
      [isPending, error, data, labels, defaultValues, fieldErrors],
    )

    const start = async (input: StartOptimizationJobInput) => {
      try {
        await mutateAsync(input)
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
      if (!first) {
        if (findStartedJobId?.(input)) setRepeatedInput(input)
        else void start(input)
        return
      }
      const field = currentTarget.elements.namedItem(first)
      if (field instanceof HTMLElement) field.focus()
    }
    const onInput = ({ target }: FormEvent<HTMLFormElement>) => {
      setRepeatedInput(null)
      const name = 'name' in target && target.name
      if (typeof name !== 'string' || !fieldErrors.has(name)) return
      setFieldErrors(new Map([...fieldErrors].filter(([key]) => key !== name)))
    }
    // The question unmounts: return the focus to what submits the form.
    const closeQuestion = (form: HTMLFormElement | null) => {
      setRepeatedInput(null)
      form?.querySelector<HTMLElement>('[type="submit"]')?.focus()
    }
    const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
      if (repeatedInput && consumeEscape(event)) closeQuestion(event.currentTarget)
    }
    const own = {
      className: 'rpo-form',
      dir: labels.direction,
      'data-pending': isPending || undefined,
      noValidate: true,
      onSubmit,
      onInput,
      onKeyDown,
    }
    return (
      <StartJobFormContext.Provider value={form}>
        {renderElement(
          'form',
          own,
          { ...props, ref },
          form.state,
          children,
          // Not a part: a form that lacks it could not be submitted again.
          repeatedInput && (
            <RepeatQuestion
              labels={labels}
              onStart={({ currentTarget }) => {
                closeQuestion(currentTarget.form)
                void start(repeatedInput)
              }}
              onDismiss={({ currentTarget }) => closeQuestion(currentTarget.form)}
            />
          ),
        )}
      </StartJobFormContext.Provider>
    )
  },
)
