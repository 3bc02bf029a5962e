'use client'

import {
  createContext,
  type ElementType,
  type ReactNode,
  type RefCallback,
  type RefObject,
  useContext,
} from 'react'
import type { OptimizationJobSummary } from '../../core/job.js'
import type { JobComponents, JobLinks } from '../../hooks/JobComponents.js'
import type { OptimizationJobListState } from '../../hooks/useOptimizationJobList.js'
import type { CardAndListLabels } from '../../labels/JobLabels.js'
import type { HeadingLevel } from '../card/JobStatusContext.js'
import type { PartProps } from '../shared/renderElement.js'
import { throwOutsideRoot } from '../shared/throwOutsideRoot.js'
import type { TickRef } from '../shared/useTickingTexts.js'

/** Options for the rows of a list. */
export interface JobListRowOptions {
  /** Link builders for the results. @default those of the provider */
  links?: JobLinks | undefined
  /** Custom components. @default those of the provider, or of the card */
  components?: JobComponents | undefined
  /** Whether an expanded card has a cancel button. @default false */
  canCancel?: boolean | undefined
  /** Returns the title of a job; undefined where it is not known. @default `getTitle` of the provider, or "Job" and the first eight characters of its ID (`labels.defaultJobTitle`) */
  getTitle?: ((job: OptimizationJobSummary) => string | undefined) | undefined
  /** Renders custom actions on an expanded card, for example a link to the job's page. @default none */
  renderActions?: ((job: OptimizationJobSummary) => ReactNode) | undefined
  /**
   * Renders what stands between the summary and the links of an expanded card, such as a `JobOutcome`. @default nothing
   */
  renderOutcome?: ((job: OptimizationJobSummary) => ReactNode) | undefined
  /** Renders what stands in the details of an expanded card, such as `JobInputs`. @default nothing */
  renderDetails?: ((job: OptimizationJobSummary) => ReactNode) | undefined
  /** The level of the titles of expanded cards. @default 3 */
  headingLevel?: HeadingLevel | undefined
}

/** Shared by the rows. Memoized, so that a new state of the list renders only the rows that change. */
interface JobListRowContext extends JobListRowOptions {
  projectId: string
  labels: CardAndListLabels
  locale: string
  toggle: (jobId: string) => void
}

interface JobListContextValue {
  state: OptimizationJobListState
  labels: CardAndListLabels
  expandedJobIds: readonly string[]
  rowContext: JobListRowContext
}

/** The state of a row. */
export interface JobListRowState {
  /** The job of the row. */
  job: OptimizationJobSummary
  /** Whether its card is shown. */
  isExpanded: boolean
}

export interface RowContextValue extends JobListRowContext {
  /** Passed to the app's functions. */
  state: JobListRowState
  title: string
  cardId: string
  /** The row's root element. */
  root: RefObject<HTMLLIElement | null>
  tickRef: TickRef
  turnRef: RefCallback<SVGElement>
}

/** The props of a part of the list. */
export type JobListPartProps<Tag extends ElementType> = PartProps<Tag, OptimizationJobListState>

/** The props of a part of a row. */
export type JobListRowPartProps<Tag extends ElementType> = PartProps<Tag, JobListRowState>

/** Null outside a list. */
export const JobListContext = createContext<JobListContextValue | null>(null)

/** Null outside a row. */
export const RowContext = createContext<RowContextValue | null>(null)

export function useJobListContext(part: string): JobListContextValue {
  return useContext(JobListContext) ?? throwOutsideRoot(`JobListParts.${part}`, 'JobListParts.Root')
}

export function useRowContext(part: string): RowContextValue {
  return useContext(RowContext) ?? throwOutsideRoot(`JobListParts.${part}`, 'JobListParts.Row')
}
