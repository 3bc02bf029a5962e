'use client'

import { forwardRef, type ReactNode, useMemo } from 'react'
import type { OptimizationJobSummary } from '../../core/job.js'
import { useOptimizationContext } from '../../hooks/OptimizationContext.js'
import { type LocalizationProps, useLabels } from '../../hooks/useLabels.js'
import type { OptimizationJobListState } from '../../hooks/useOptimizationJobList.js'
import { enCardAndList } from '../../labels/enCardAndList.js'
import { renderElement } from '../shared/renderElement.js'
import { JobListContext, type JobListPartProps, type JobListRowOptions } from './JobListContext.js'
import { type JobListExpansion, useExpandedJobIds } from './useExpandedJobIds.js'
import { useListAnnouncements } from './useListAnnouncements.js'

/** Props of {@link JobListRoot}, in addition to those of a `div`. */
export interface JobListRootProps
  extends JobListPartProps<'div'>,
    JobListRowOptions,
    JobListExpansion,
    LocalizationProps {
  /** The state returned by `useOptimizationJobList`. */
  state: OptimizationJobListState
  /**
   * Filters the loaded jobs, for example by phase. The outcome of a job that it leaves out is still announced. Explain an
   * empty result with `emptyState` or the children of `JobListParts.Placeholder`. @default all jobs
   */
  filter?: ((job: OptimizationJobSummary) => boolean) | undefined
  /** The ID of the project. */
  projectId: string
  /** The parts. */
  children?: ReactNode
}

/** The list's root element, which provides the state to the parts. Sets `data-kind`: `loading`, `ready` or `error`. */
export const JobListRoot = /* @__PURE__ */ forwardRef<HTMLDivElement, JobListRootProps>(function JobListRoot(
  {
    state: allJobs,
    filter,
    projectId,
    labels: labelsProp,
    locale: localeProp,
    expandedJobIds: controlledJobIds,
    defaultExpandedJobIds,
    onExpandedJobIdsChange,
    getTitle: getTitleProp,
    links,
    components,
    canCancel,
    headingLevel,
    renderActions,
    renderDetails,
    renderOutcome,
    ...native
  },
  ref,
) {
  const state = useMemo(
    () => (filter ? { ...allJobs, jobs: allJobs.jobs.filter(filter) } : allJobs),
    [allJobs, filter],
  )
  const defaults = useOptimizationContext()
  const getTitle = getTitleProp ?? defaults.getTitle
  const { labels, locale } = useLabels({ labels: labelsProp, locale: localeProp }, enCardAndList)
  const [expandedJobIds, toggle] = useExpandedJobIds({
    expandedJobIds: controlledJobIds,
    defaultExpandedJobIds,
    onExpandedJobIdsChange,
  })
  const rowContext = useMemo(() => {
    const options = { links, components, canCancel, getTitle, headingLevel }
    return { projectId, labels, locale, toggle, ...options, renderActions, renderDetails, renderOutcome }
  }, [
    projectId,
    labels,
    locale,
    toggle,
    links,
    components,
    canCancel,
    getTitle,
    headingLevel,
    renderActions,
    renderDetails,
    renderOutcome,
  ])
  useListAnnouncements({ state: allJobs, getTitle, labels })
  const list = useMemo(
    () => ({ state, labels, expandedJobIds, rowContext }),
    [state, labels, expandedJobIds, rowContext],
  )
  return (
    <JobListContext.Provider value={list}>
      {renderElement(
        'div',
        { className: 'rpo-list', 'data-kind': state.kind, dir: labels.direction },
        { ...native, ref },
        state,
      )}
    </JobListContext.Provider>
  )
})
