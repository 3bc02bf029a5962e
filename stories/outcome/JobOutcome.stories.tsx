import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobList } from 'react-prompt-optimization'
import { JobOutcome } from 'react-prompt-optimization/diff'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'
import type { ScenarioName } from 'react-prompt-optimization/testing'
import { expect } from 'storybook/test'
import { addJobs, PROJECT_ID, withSimulator } from '../list/withSimulator.js'
import { links } from '../states.js'
import { addCompletedJob, addShortJob, CompletedJob } from './CompletedJob.js'

const meta = {
  title: 'JobOutcome',
  component: CompletedJob,
  parameters: { cardWidth: 560 },
} satisfies Meta<typeof CompletedJob>
export default meta
type Story = StoryObj<typeof meta>

const withScenario = (scenario: ScenarioName) =>
  withSimulator((simulator) => addCompletedJob(simulator, scenario))

const RESULTS = /^Test results/
const CHANGES = /^Changes to the prompt/

/** Whether the new version is better, and what changed, each in a line. */
export const Collapsed: Story = {
  decorators: [withScenario('happy')],
  async play({ canvas }) {
    await expect(
      await canvas.findByRole('button', { name: /2 of 4 criteria better, 1 worse/ }),
    ).toHaveAttribute('aria-expanded', 'false')
    await expect(canvas.getByRole('button', { name: /7 lines added, 9 removed/ })).toBeVisible()
  },
}

/** Both halves, opened. */
export const Open: Story = {
  decorators: [withSimulator(addShortJob)],
  async play({ canvas, userEvent }) {
    const results = await canvas.findByRole('button', { name: /2 of 4 criteria better/ })
    await userEvent.click(results)
    await expect(canvas.getByRole('table')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: CHANGES }))
    await expect(canvas.getByText(/Reply with JSON/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Copy new prompt' })).toBeVisible()
  },
}

/** Both halves on a card of the minimum supported width. */
export const OpenNarrow: Story = {
  name: 'Open, narrow',
  args: { defaultOpen: true },
  parameters: { cardWidth: 240 },
  decorators: [withSimulator(addShortJob)],
  async play({ canvas }) {
    await canvas.findByText(/Reply with JSON/)
    await canvas.findByRole('columnheader', { name: 'v12' })
    const card = canvas.getByRole('article')
    await expect(card.scrollWidth).toBe(card.clientWidth)
  },
}

/** Both halves on a wide card. */
export const OpenWide: Story = {
  name: 'Open, wide',
  args: { defaultOpen: true },
  parameters: { cardWidth: 1000 },
  decorators: [withSimulator(addShortJob)],
  async play({ canvas, userEvent }) {
    await canvas.findByRole('columnheader', { name: 'v12' })
    await userEvent.click(await canvas.findByRole('button', { name: 'Side by side' }))
  },
}

/** Versions and test runs that have not been fetched yet. */
export const Loading: Story = {
  decorators: [
    withSimulator((simulator) => {
      addCompletedJob(simulator)
      simulator.injectFault('hang', { operation: 'getPromptVersion', times: 9 })
      simulator.injectFault('hang', { operation: 'getTestRun', times: 9 })
    }),
  ],
  async play({ canvas }) {
    await expect(await canvas.findAllByText('Loading…')).toHaveLength(2)
  },
}

/** The new version was deleted; the test results are there. */
export const VersionGone: Story = {
  name: 'Version gone',
  decorators: [withScenario('versionGone')],
  async play({ canvas }) {
    await expect(await canvas.findByText('Prompt version not found.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: RESULTS })).toBeVisible()
    await expect(canvas.getByRole('button', { name: /^Retry/ })).toBeVisible()
  },
}

/** 403: the API key may read the job, but neither the versions nor the test run. */
export const Forbidden: Story = {
  decorators: [
    withSimulator((simulator) => {
      addCompletedJob(simulator)
      simulator.injectFault({ status: 403 }, { operation: 'getPromptVersion', times: 9 })
      simulator.injectFault({ status: 403 }, { operation: 'getTestRun', times: 9 })
    }),
  ],
  async play({ canvas }) {
    await expect(await canvas.findAllByText(/^You don’t have access to it/)).toHaveLength(2)
  },
}

/** The same at the minimum supported width. */
export const ForbiddenNarrow: Story = {
  ...Forbidden,
  name: 'Forbidden, narrow',
  parameters: { cardWidth: 240 },
}

/** The job changed nothing. */
export const Identical: Story = {
  args: { defaultOpen: true },
  decorators: [withScenario('identicalVersion')],
  async play({ canvas }) {
    await expect(await canvas.findByText('The prompt is unchanged.')).toBeVisible()
    await expect(await canvas.findByRole('table')).toBeVisible()
    await expect(canvas.queryByRole('button', { name: CHANGES })).toBeNull()
  },
}

/** The job is completed, but its figures are not there yet. */
export const LateFigures: Story = {
  name: 'Late figures',
  decorators: [withSimulator((simulator) => addCompletedJob(simulator, 'lateFigures', 325_000))],
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: /The test is running/ }))
    await expect(canvas.getByText('24 examples')).toBeVisible()
  },
}

/** The test of the new version failed. */
export const TestRunFailed: Story = {
  name: 'Test run failed',
  decorators: [withScenario('testRunFailed')],
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: /The test failed/ }))
    await expect(await canvas.findByRole('columnheader', { name: 'v12' })).toBeVisible()
  },
}

/** The prompt has no evaluation criteria. */
export const NoCriteria: Story = {
  name: 'No criteria',
  decorators: [withScenario('noCriteria')],
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: /No evaluation criteria/ })).toBeVisible()
  },
}

/** The figures of the service have other shapes. */
export const UnknownShapes: Story = {
  name: 'Unknown shapes',
  decorators: [withScenario('unknownShapes')],
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: RESULTS }))
    await expect(await canvas.findByRole('columnheader', { name: 'v12' })).toBeVisible()
  },
}

/** The job ran no test, so there are only changes. */
export const WithoutTestRun: Story = {
  name: 'Without test run',
  decorators: [withScenario('withoutTestRun')],
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: CHANGES })).toBeVisible()
    await expect(canvas.queryByText('Test results')).toBeNull()
  },
}

/** Both halves in Arabic, right to left. */
export const Arabic: Story = {
  globals: { locale: 'ar', direction: 'rtl' },
  args: { defaultOpen: true },
  decorators: [withSimulator(addShortJob)],
  async play({ canvas }) {
    await expect(await canvas.findByRole('columnheader', { name: 'v12' })).toBeVisible()
    await canvas.findByText(/Reply with JSON/)
  },
}

/** `renderOutcome` renders the outcome of an expanded row. */
export const InJobList: Story = {
  name: 'In a job list',
  decorators: [withSimulator(addJobs)],
  render: ({ labels, locale }) => (
    <JobList
      projectId={PROJECT_ID}
      links={links}
      labels={labels}
      locale={locale}
      components={{ Summary: MarkdownSummary }}
      renderOutcome={() => <JobOutcome projectId={PROJECT_ID} labels={labels} />}
    />
  ),
  async play({ canvas, userEvent }) {
    await canvas.findByText('Step 2 of 4: Optimizing prompt')
    const [row] = canvas.getAllByRole('button', { name: /Finished/ })
    if (row) await userEvent.click(row)
    await userEvent.click(await canvas.findByRole('button', { name: /2 of 4 criteria better/ }))
    await expect(canvas.getByRole('table')).toBeVisible()
  },
}
