'use client'

import { forwardRef, type ReactElement, type ReactNode, type RefObject, useContext, useRef } from 'react'
import type { OptimizationJob } from '../../core/job.js'
import type {
  OptimizationOutcome,
  OutcomeHalf,
  PromptChanges,
  TestRuns,
} from '../../hooks/OptimizationOutcome.js'
import {
  type UseOptimizationOutcomeOptions,
  useOptimizationOutcome,
} from '../../hooks/useOptimizationOutcome.js'
import { formatCount } from '../../labels/format.js'
import { getErrorKey } from '../../labels/getErrorKey.js'
import { JobStatusContext, nameControl } from '../card/JobStatusContext.js'
import { RefetchButton } from '../shared/RefetchButton.js'
import { type PartProps, renderElement } from '../shared/renderElement.js'
import type { LocalizationProps } from '../shared/useLabels.js'
import { Collapsible } from './Collapsible.js'
import { compareTestRuns } from './compareTestRuns.js'
import { getComparison } from './compareVersions.js'
import { PromptDiffActions, PromptDiffContent } from './PromptDiffContent.js'
import { getStatusNote, summarizeResults, TestResultsContent } from './TestResultsContent.js'
import { type CardAndOutcomeLabels, useOutcomeLabels } from './useOutcomeLabels.js'
import { usePromptDiffView } from './usePromptDiffView.js'

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
          id="-tests"
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
          id="-changes"
          title={labels.promptChanges}
          half={changes}
          notFound={labels.versionNotFound}
          labels={labels}
        />
      )}
    </>
  )
}

interface UnreadyHalfProps {
  /** Makes the ID of the button unique in the card. */
  id: string
  title: string
  half: OutcomeHalf<unknown>
  notFound: string
  labels: CardAndOutcomeLabels
}

/** That a half is loading, or why it can't be fetched. */
function UnreadyHalf({ id, title, half, notFound, labels }: UnreadyHalfProps) {
  const card = useContext(JobStatusContext)
  const element = useRef<HTMLDivElement>(null)
  const retry = async () => {
    if (half.kind !== 'error') return
    // The button unmounts: move its focus to the outcome.
    const outcome = element.current?.parentElement
    if (outcome) {
      outcome.tabIndex = -1
      outcome.addEventListener('blur', () => outcome.removeAttribute('tabindex'), { once: true })
      outcome.focus({ preventScroll: true })
    }
    await half.refetch()
  }
  if (half.kind === 'none') return null
  return (
    <Line title={title} elementRef={element}>
      {half.kind === 'error' ? (
        <>
          <span>{describeError(half, notFound, labels)}</span>
          <RefetchButton
            {...(card && nameControl(card, id))}
            className="rpo-text-button"
            refetch={retry}
            labels={labels}
          >
            {labels.retry}
          </RefetchButton>
        </>
      ) : (
        <span className="rpo-note">{labels.loadingOutcome}</span>
      )}
    </Line>
  )
}

interface LineProps {
  title: string
  elementRef?: RefObject<HTMLDivElement | null>
  children: ReactNode
}

/** A half that can't be opened. */
function Line({ title, elementRef, children }: LineProps) {
  return (
    <div ref={elementRef} className="rpo-outcome-half rpo-outcome-line">
      <span className="rpo-label">{title}</span>
      {children}
    </div>
  )
}

/** The labels of the card speak of a job where it is the job that can't be read. */
function describeError(
  { error }: Extract<OutcomeHalf<unknown>, { kind: 'error' }>,
  notFound: string,
  labels: CardAndOutcomeLabels,
): string {
  const key = getErrorKey(error)
  if (key === 'not-found') return notFound
  return key === 'forbidden' ? labels.outcomeForbidden : labels.error(key)
}

interface CollapsibleHalfProps {
  defaultOpen: boolean
  labels: CardAndOutcomeLabels
  locale: string
}

/** `Test results: 2 of 3 criteria better, 1 worse`. */
function CollapsibleResults({
  tests,
  defaultOpen,
  ...localization
}: CollapsibleHalfProps & { tests: TestRuns }) {
  const { labels, locale } = localization
  const { testRun, otherTestRun, testedVersion } = tests
  const isBaselineUnknown = testedVersion !== null && !otherTestRun && !tests.isLoadingOther
  const isBaseline = testedVersion === 'original' && otherTestRun !== null
  const after = isBaseline ? otherTestRun : testRun
  const status = isBaseline ? tests.otherStatus : tests.status
  const before = testedVersion === null ? null : isBaseline ? testRun : otherTestRun
  const criteria = compareTestRuns(after, before)
  const { sessionsCount } = after
  const line =
    getStatusNote(criteria, status, labels) ||
    summarizeResults(criteria, labels) ||
    (sessionsCount !== null && labels.examples(sessionsCount, formatCount(sessionsCount, locale)))
  return (
    <Collapsible
      id="-tests"
      title={labels.testResults}
      line={line && <span className="rpo-outcome-summary">{line}</span>}
      defaultOpen={defaultOpen}
    >
      <TestResultsContent {...localization} testRun={after} baseline={before} status={status} />
      {isBaselineUnknown && after.criteria.length > 0 && (
        <div className="rpo-note">{labels.otherTestRunUnknown}</div>
      )}
      {otherTestRun && testedVersion === null && (
        // Which of them is better can't be said: it is not known which of them was before.
        <TestResultsContent
          {...localization}
          testRun={otherTestRun}
          baseline={null}
          status={tests.otherStatus}
        />
      )}
    </Collapsible>
  )
}

/** `Changes to the prompt: 4 lines added, 2 removed`. */
function CollapsibleChanges({
  changes,
  defaultOpen,
  ...localization
}: CollapsibleHalfProps & { changes: PromptChanges }) {
  const { labels, locale } = localization
  const { original, optimized } = changes
  const comparison = getComparison(original, optimized)
  const { isIdentical, addedCount, removedCount } = comparison
  // Not `+4 −2`: the name of a button contains the text that it shows.
  const line =
    addedCount + removedCount > 0
      ? labels.lineCounts(formatCount(addedCount, locale), formatCount(removedCount, locale))
      : labels.messageChange('changed')
  const [view, choose] = usePromptDiffView({})
  if (isIdentical) {
    return (
      <Line title={labels.promptChanges}>
        <span>{labels.promptUnchanged}</span>
      </Line>
    )
  }
  return (
    <Collapsible
      id="-changes"
      title={labels.promptChanges}
      line={<span className="rpo-outcome-summary">{line}</span>}
      actions={<PromptDiffActions version={optimized} view={view} labels={labels} onChoose={choose} />}
      defaultOpen={defaultOpen}
    >
      <PromptDiffContent {...localization} {...changes} view={view} comparison={comparison} />
    </Collapsible>
  )
}
