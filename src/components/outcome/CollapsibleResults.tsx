import type { TestRuns } from '../../hooks/OptimizationOutcome.js'
import { formatCount } from '../../labels/format.js'
import { Collapsible } from './Collapsible.js'
import { compareTestRuns } from './compareTestRuns.js'
import { getStatusNote, summarizeResults, TestResultsContent } from './TestResultsContent.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

interface CollapsibleResultsProps {
  tests: TestRuns
  defaultOpen: boolean
  labels: CardAndOutcomeLabels
  locale: string
}

/** `Test results: 2 of 3 criteria better, 1 worse`. */
export function CollapsibleResults({ tests, defaultOpen, ...localization }: CollapsibleResultsProps) {
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
      title={labels.testResults}
      line={line && <span className="rpo-outcome-summary">{line}</span>}
      defaultOpen={defaultOpen}
    >
      <TestResultsContent
        {...localization}
        testRun={after}
        baseline={before}
        status={status}
        criteria={criteria}
      />
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
          criteria={compareTestRuns(otherTestRun, null)}
        />
      )}
    </Collapsible>
  )
}
