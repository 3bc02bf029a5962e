import type { OptimizationJob } from 'react-prompt-optimization'
import { PromptDiff } from 'react-prompt-optimization/diff'
import { TestResults, type TestRuns, useOptimizationOutcome } from 'react-prompt-optimization/outcome'
import { Facts } from './Facts.js'
import { versionHref } from './jobCardConfig.js'
import { Link } from './Link.js'
import { ReadState } from './ReadState.js'

/** The test results of both versions of a prompt, and what differs between them. */
export function ComparisonContent({ projectId, job }: { projectId: string; job: OptimizationJob }) {
  const { changes, tests } = useOptimizationOutcome({ projectId, job })
  const renderLink = (id: string | null, name: string | null) =>
    id && <Link href={versionHref(id, job)}>{name ?? id}</Link>
  return (
    <>
      {changes.kind === 'ready' && (
        <Facts
          facts={{
            Prompt: changes.optimized.promptName,
            Original: renderLink(job.originalVersionId, changes.original.versionName),
            'New version': renderLink(job.optimizedVersionId, changes.optimized.versionName),
          }}
        />
      )}
      {tests.kind === 'ready' ? (
        <ComparedTestRuns tests={tests} />
      ) : (
        tests.kind !== 'none' && <ReadState name="Test run" {...tests} />
      )}
      {changes.kind === 'ready' ? (
        <PromptDiff original={changes.original} optimized={changes.optimized} defaultView="split" />
      ) : (
        changes.kind !== 'none' && <ReadState name="Prompt version" {...changes} />
      )}
    </>
  )
}

/** A job names one test run. Which version it tested, and which is the other one, is not always known. */
function ComparedTestRuns({ tests }: { tests: TestRuns }) {
  const { testRun, otherTestRun, testedVersion, status, otherStatus, isLoadingOther } = tests
  const isOriginal = testedVersion === 'original' && otherTestRun
  return (
    <>
      <TestResults
        testRun={isOriginal ? otherTestRun : testRun}
        baseline={isOriginal ? testRun : otherTestRun}
        status={isOriginal ? otherStatus : status}
      />
      {!otherTestRun && !isLoadingOther && (
        <p className="muted">The test run of the other version isn’t known.</p>
      )}
    </>
  )
}
