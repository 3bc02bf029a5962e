import type { ReactNode } from 'react'
import type { TestCriterion, TestRun } from '../../core/testRun.js'
import { formatCount, formatDecimal, formatSigned } from '../../labels/format.js'
import { type CriterionComparison, getPassShare, getTotal } from './compareTestRuns.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

interface TestResultsContentProps {
  /** What stands before the number of examples. Without it, the summary stands elsewhere. */
  heading?: ReactNode
  testRun: TestRun
  baseline: TestRun | null
  status: string | null | undefined
  criteria: readonly CriterionComparison[]
  labels: CardAndOutcomeLabels
  locale: string
}

/** Test results, without the element around them. */
export function TestResultsContent(props: TestResultsContentProps) {
  const { heading, testRun, baseline, status, criteria, labels, locale } = props
  const { sessionsCount, modelName, promptVersion } = testRun
  const summary = summarizeResults(criteria, labels)
  const note = getStatusNote(criteria, status, labels)
  return (
    <>
      <div className="rpo-results-header">
        {heading}
        {sessionsCount !== null && (
          <span>{labels.examples(sessionsCount, formatCount(sessionsCount, locale))}</span>
        )}
        {!baseline && promptVersion !== null && <span>{labels.testedVersion(promptVersion)}</span>}
        {modelName !== null && <bdi className="rpo-note">{modelName}</bdi>}
      </div>
      {heading && note && <div>{note}</div>}
      {heading && summary && <div>{summary}</div>}
      {criteria.length > 0 && <Table {...props} />}
    </>
  )
}

/** Only arithmetic: how many criteria are better, and worse. Empty where that is not known. */
export function summarizeResults(
  criteria: readonly CriterionComparison[],
  labels: CardAndOutcomeLabels,
): string {
  const changes = criteria.flatMap(({ passChange }) => (passChange === null ? [] : [passChange]))
  const better = changes.filter((change) => change > 0).length
  const worse = changes.filter((change) => change < 0).length
  return changes.length > 0 ? labels.resultsSummary(better, worse, changes.length) : ''
}

/** What the status says about the figures. Empty where they speak for themselves. */
export function getStatusNote(
  criteria: readonly CriterionComparison[],
  status: string | null | undefined,
  labels: CardAndOutcomeLabels,
): string {
  if (status === 'failed') return labels.testFailed
  if (status === 'in-progress') return labels.testInProgress
  if (criteria.length > 0) return ''
  return status === 'complete' ? labels.noCriteria : labels.noTestFigures
}

function Table({ heading, testRun, baseline, criteria, labels, locale }: TestResultsContentProps) {
  const figures = (criterion: TestCriterion | null) => (
    <Figures criterion={criterion} labels={labels} locale={locale} />
  )
  return (
    // Explicit roles: narrow tables are no CSS tables, which removes the implicit ones in Safari.
    <table className="rpo-results-table" role="table" aria-label={heading ? undefined : labels.testResults}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {labels.criterion}
          </th>
          {baseline && (
            <th role="columnheader" scope="col">
              {baseline.promptVersion ?? labels.beforeChange}
            </th>
          )}
          <th role="columnheader" scope="col">
            {testRun.promptVersion ?? labels.afterChange}
          </th>
          {baseline && (
            <th role="columnheader" scope="col">
              {labels.change}
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {criteria.map((criterion) => (
          <tr role="row" key={`${criterion.evaluation} ${criterion.name}`}>
            <th role="rowheader" scope="row">
              <bdi>{criterion.name}</bdi>
              <span className="rpo-note">{` ${labels.evaluation(criterion.evaluation)}`}</span>
            </th>
            {baseline && <td role="cell">{figures(criterion.before)}</td>}
            <td role="cell">{figures(criterion.after)}</td>
            {baseline && <td role="cell">{renderChange(criterion, labels, locale)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface FiguresProps {
  criterion: TestCriterion | null
  labels: CardAndOutcomeLabels
  locale: string
}

/** How many examples passed, with a small bar, and the average score. */
function Figures({ criterion, labels, locale }: FiguresProps) {
  const total = getTotal(criterion)
  const share = getPassShare(criterion)
  const score = criterion?.averageScore ?? null
  if (total === null && score === null) return <span className="rpo-note">{labels.noFigures}</span>
  return (
    <>
      {share !== null && (
        // Not a style, which a Content Security Policy may reject in the server's HTML.
        <svg
          className="rpo-pass-bar"
          viewBox="0 0 100 1"
          preserveAspectRatio="none"
          width="64"
          height="6"
          fill="currentColor"
          aria-hidden="true"
        >
          <rect width={share * 100} height="1" />
        </svg>
      )}
      {total !== null && (
        <span>
          {labels.passedOf(formatCount(criterion?.passed ?? 0, locale), formatCount(total, locale))}
        </span>
      )}
      {score !== null && (
        <>
          {' '}
          <span className="rpo-note">{labels.averageScore(formatDecimal(score, locale))}</span>
        </>
      )}
    </>
  )
}

/** `▲ +17 pts better`, by the share that passed; else by the score. */
function renderChange(
  { passChange, scoreChange }: CriterionComparison,
  labels: CardAndOutcomeLabels,
  locale: string,
): ReactNode {
  const change = passChange ?? scoreChange
  if (change === null) return <span className="rpo-note">{labels.noFigures}</span>
  const direction = Math.sign(change)
  const words =
    passChange === null ? (['lower', 'same', 'higher'] as const) : (['worse', 'same', 'better'] as const)
  const word = words[direction + 1] ?? 'same'
  const amount = formatSigned(change, locale)
  return (
    <span className="rpo-change" data-change={word}>
      <span className="rpo-change-amount">
        <span className="rpo-change-sign" aria-hidden="true" />
        {passChange === null ? amount : labels.points(amount)}
      </span>{' '}
      <span>{labels.changeWord(word)}</span>
    </span>
  )
}
