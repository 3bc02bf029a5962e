'use client'

import { createContext, type ElementType, useContext } from 'react'
import type { StartedOptimizationJob, StartOptimizationJobInput } from '../../core/job.js'
import type { OptimizationError } from '../../core/OptimizationError.js'
import type { CardAndListLabels } from '../../labels/JobLabels.js'
import type { PartProps } from '../shared/renderElement.js'
import { throwOutsideRoot } from '../shared/throwOutsideRoot.js'

/** The state of the form: that of its mutation. */
export interface StartJobFormState {
  /** Whether the request is in flight. */
  isPending: boolean
  /** Why the latest request failed. */
  error: OptimizationError | null
  /** The job that the latest request started. */
  data?: StartedOptimizationJob | undefined
}

interface StartJobFormContextValue {
  state: StartJobFormState
  labels: CardAndListLabels
  defaultValues: Partial<StartOptimizationJobInput>
  /** The key of the label of an invalid field's error, by the name of the field. */
  fieldErrors: ReadonlyMap<string, 'required' | 'invalidId'>
}

/** The props of a part of the form. */
export type StartJobFormPartProps<Tag extends ElementType> = PartProps<Tag, StartJobFormState>

/** Null outside a form. */
export const StartJobFormContext = createContext<StartJobFormContextValue | null>(null)

export function useStartJobFormContext(part: string): StartJobFormContextValue {
  return (
    useContext(StartJobFormContext) ?? throwOutsideRoot(`StartJobFormParts.${part}`, 'StartJobFormParts.Root')
  )
}
