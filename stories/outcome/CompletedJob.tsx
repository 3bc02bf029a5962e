import { JobStatusCard, type JobStatusCardProps, useOptimizationJob } from 'react-prompt-optimization'
import { JobOutcome, type JobOutcomeProps } from 'react-prompt-optimization/diff'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'
import type { JobSimulator, ScenarioChoice } from 'react-prompt-optimization/testing'
import { PROJECT_ID } from '../list/withSimulator.js'
import { links } from '../states.js'

const JOB_ID = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const MINUTE_MS = 60_000
const SHORT_PROMPT = `You are a support agent for {{company}}.
Use only what the articles and the orders say.
Never ask for a password.
Never promise a date of delivery.
If the customer is under 18, hand over to a person.`

/** Adds the job of {@link CompletedJob}. */
export function addCompletedJob(
  simulator: JobSimulator,
  scenario: ScenarioChoice = 'happy',
  ageMs = 12 * MINUTE_MS,
): void {
  simulator.addJob({ projectId: PROJECT_ID, jobId: JOB_ID, scenario, ageMs })
}

/** Adds the job with a prompt of a few lines, so that all of it fits in a screenshot. */
export function addShortJob(simulator: JobSimulator): void {
  addCompletedJob(simulator)
  for (const version of [
    {
      version_name: 'v12',
      metadata: { params: { temperature: 0.7 } },
      content: [
        { role: 'system', content: `${SHORT_PROMPT}\nBe polite at all times.\nSign with {{agent}}.` },
      ],
    },
    {
      version_name: 'v13',
      metadata: { params: { temperature: 0.4 } },
      content: [{ role: 'system', content: `${SHORT_PROMPT}\nBe brief at all times.\nReply with JSON.` }],
    },
  ])
    simulator.injectFault({ body: JSON.stringify(version) }, { operation: 'getPromptVersion' })
}

interface CompletedJobProps
  extends Pick<JobStatusCardProps, 'labels' | 'locale'>,
    Pick<JobOutcomeProps, 'defaultOpen'> {}

/** The card of a job with its outcome. */
export function CompletedJob({ labels, locale, defaultOpen }: CompletedJobProps) {
  const state = useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID })
  return (
    <JobStatusCard
      state={state}
      links={links}
      components={{ Summary: MarkdownSummary }}
      labels={labels}
      locale={locale}
      outcome={<JobOutcome projectId={PROJECT_ID} labels={labels} defaultOpen={defaultOpen} />}
    />
  )
}
