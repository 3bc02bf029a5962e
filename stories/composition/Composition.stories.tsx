import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatus, JobStatusCard } from 'react-prompt-optimization'
import { expect } from 'storybook/test'
import { addJobs, PROJECT_ID, withSimulator } from '../list/withSimulator.js'
import { completed, connectionStates, failedOrCanceled, running } from '../states.js'
import { CompactJob } from './CompactJob.js'
import { DatasetForm } from './DatasetForm.js'
import { JobAccordion } from './JobAccordion.js'
import { JobLine } from './JobLine.js'
import { JobSentence } from './JobSentence.js'

const meta = { title: 'Composition', component: CompactJob } satisfies Meta<typeof CompactJob>
export default meta
type Story = StoryObj<typeof meta>

/** A card composed of three parts. */
export const FromParts: Story = { name: 'From parts', args: { state: connectionStates.retrying } }

/** Parts beside the app's elements keep their width and their layout. */
export const InRows: Story = {
  name: 'In rows',
  args: { state: connectionStates.retrying },
  render: ({ state }) => (
    <JobStatus.Root state={state}>
      <div style={{ display: 'flex', justifyContent: 'space-between' }}>
        <JobStatus.Header />
        <span>Support</span>
      </div>
      <div style={{ display: 'flex' }}>
        <JobStatus.Connection />
      </div>
    </JobStatus.Root>
  ),
  async play({ canvas }) {
    const widths = [...canvas.getByRole('article').querySelectorAll('.rpo-header, .rpo-connection')]
    for (const { clientWidth } of widths) await expect(clientWidth).toBeGreaterThan(100)
  },
}

/** A card whose element and style depend on the app and the state. */
export const RenderProp: Story = {
  name: 'Render prop',
  args: { state: completed.withAllResults },
  render: ({ state }) => (
    <JobStatusCard
      state={state}
      headingLevel={2}
      render={<section />}
      style={({ kind }) => (kind === 'completed' ? { borderColor: 'currentcolor' } : undefined)}
    />
  ),
  async play({ canvas }) {
    await expect(canvas.getByRole('region', { name: 'Job 3c90c3cc' })).toBeVisible()
    await expect(canvas.getByRole('heading', { level: 2 })).toBeVisible()
  },
}

/** A list composed of parts, in which one row is expanded at a time. */
export const ListParts: Story = {
  name: 'List parts',
  args: { state: running.withSteps },
  parameters: { cardWidth: 560 },
  decorators: [withSimulator(addJobs)],
  render: () => <JobAccordion projectId={PROJECT_ID} />,
  async play({ canvas, userEvent }) {
    await canvas.findByText('Step 2 of 4: Optimizing prompt')
    const [first, second] = canvas.getAllByRole('button', { name: /^Job/ })
    if (!first || !second) throw new Error('The list has no two rows.')
    await userEvent.click(first)
    await userEvent.click(second)
    await expect(first).toHaveAttribute('aria-expanded', 'false')
    await expect(second).toHaveAttribute('aria-expanded', 'true')
    await expect(await canvas.findByRole('article')).toBeVisible()
  },
}

/** A form composed of parts, with a `select` and without the fields that the app sets. */
export const FormParts: Story = {
  name: 'Form parts',
  args: { state: running.withSteps },
  decorators: [withSimulator(() => {})],
  render: () => (
    <DatasetForm
      projectId={PROJECT_ID}
      promptTemplateVersionId="c41d7e02-96ab-4f58-b3d9-07e5a2c8f614"
      datasets={[{ id: '8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684', name: 'Tickets' }]}
    />
  ),
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Improve prompt' }))
    const field = canvas.getByRole('combobox', { name: 'Dataset' })
    await expect(field).toHaveFocus()
    await expect(field).toHaveAccessibleDescription('Required')
  },
}

/** Sentences rendered from the state of the hook. */
export const FromState: Story = {
  name: 'From state',
  args: { state: running.withSteps },
  render: () => (
    <>
      <JobSentence state={running.withSteps} />
      <JobSentence state={connectionStates.offline} />
      <JobSentence state={completed.withAllResults} />
      <JobSentence state={failedOrCanceled.failed} />
    </>
  ),
}

/** Lines in the labels and formats of the card, with its clock. */
export const FromLabels: Story = {
  name: 'From labels',
  args: { state: running.withSteps },
  render: () => (
    <>
      <JobLine state={running.withSteps} />
      <JobLine state={completed.withAllResults} />
      <JobLine state={failedOrCanceled.failed} />
    </>
  ),
  async play({ canvas }) {
    await expect(canvas.getByText('3:12')).toBeVisible()
    await expect(canvas.getAllByText('2h ago')[0]).toBeVisible()
  },
}
