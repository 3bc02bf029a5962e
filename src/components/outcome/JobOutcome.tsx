'use client'

import { forwardRef, type ReactElement, useContext } from 'react'
import type { OptimizationJob } from '../../core/job.js'
import type { OptimizationOutcome } from '../../hooks/OptimizationOutcome.js'
import type { LocalizationProps } from '../../hooks/useLabels.js'
import {
  type UseOptimizationOutcomeOptions,
  useOptimizationOutcome,
} from '../../hooks/useOptimizationOutcome.js'
import { JobStatusContext } from '../card/JobStatusContext.js'
import { type PartProps, renderElement } from '../shared/renderElement.js'
import { CollapsibleChanges } from './CollapsibleChanges.js'
import { CollapsibleResults } from './CollapsibleResults.js'
import { UnreadyHalf } from './UnreadyHalf.js'
import { type CardAndOutcomeLabels, useOutcomeLabels } from './useOutcomeLabels.js'

/** Props of {@link JobOutcome}, in addition to those of a `div`. */
export interface JobOutcomeProps
  extends PartProps<'div', OptimizationOutcome>,
    LocalizationProps,
    Pick<UseOptimizationOutcomeOptions, 'projectId' | 'otherTestRunId'> {
  /** The job. @default that of the card in which it is */
  job?: OptimizationJob | null | undefined
  /** Whether the test results and the changes are open at first. @default false */
  defaultOpen?: boolean | undefined
}

/**
 * The test results of a completed job and what it has changed in the prompt, each collapsed to a line. It fetches both, once the
 * job has completed. It renders nothing before, and for a job without either.
 *
 * @example
 * return <JobStatusCard state={state} outcome={<JobOutcome projectId={projectId} />} />
 */
export const JobOutcome = /* @__PURE__ */ forwardRef<HTMLDivElement, JobOutcomeProps>(function JobOutcome(
  { projectId, job, otherTestRunId, defaultOpen = false, labels: labelsProp, locale: localeProp, ...props },
  ref,
): ReactElement | null {
  const card = useContext(JobStatusContext)
  const { labels, locale } = useOutcomeLabels({ labels: labelsProp, locale: localeProp ?? card?.locale })
  const outcome = useOptimizationOutcome({ projectId, job: job ?? card?.state.job, otherTestRunId })
  const { kind, changes, tests } = outcome
  const isEmpty = kind === 'idle' || (changes.kind === 'none' && tests.kind === 'none')
  const own = { className: 'rpo-outcome rpo-job-outcome', dir: labels.direction }
  const halves = (
    <Halves labels={labels} locale={locale} changes={changes} tests={tests} defaultOpen={defaultOpen} />
  )
  // eslint-disable-next-line react-hooks/refs -- the ref is only passed on
  return isEmpty ? null : renderElement('div', own, { ...props, ref }, outcome, halves)
})

interface HalvesProps extends Pick<OptimizationOutcome, 'changes' | 'tests'> {
  defaultOpen: boolean
  labels: CardAndOutcomeLabels
  locale: string
}

function Halves({ changes, tests, defaultOpen, ...localization }: HalvesProps) {
  const { labels } = localization
  return (
    <>
      {tests.kind === 'ready' ? (
        <CollapsibleResults {...localization} tests={tests} defaultOpen={defaultOpen} />
      ) : (
        <UnreadyHalf
          title={labels.testResults}
          half={tests}
          notFound={labels.testRunNotFound}
          labels={labels}
        />
      )}
      {changes.kind === 'ready' ? (
        <CollapsibleChanges {...localization} changes={changes} defaultOpen={defaultOpen} />
      ) : (
        <UnreadyHalf
          title={labels.promptChanges}
          half={changes}
          notFound={labels.versionNotFound}
          labels={labels}
        />
      )}
    </>
  )
}
