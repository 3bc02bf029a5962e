import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobList } from 'react-prompt-optimization'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'
import { expect } from 'storybook/test'
import { links } from '../states.js'
import { addJobs, PROJECT_ID, withSimulator } from './withSimulator.js'

const meta = {
  title: 'JobList',
  component: JobList,
  args: { projectId: PROJECT_ID, links, components: { Summary: MarkdownSummary }, canCancel: true },
  parameters: { cardWidth: 560 },
  decorators: [withSimulator(addJobs)],
} satisfies Meta<typeof JobList>
export default meta
type Story = StoryObj<typeof meta>

/** A page of jobs, newest first. Active jobs show their step. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByText('Step 2 of 4: Optimizing prompt')).toBeVisible()
  },
}

/** A row expands to the job's card. */
export const ExpandedRow: Story = {
  name: 'Expanded row',
  async play({ canvas, userEvent }) {
    await canvas.findByText('Step 2 of 4: Optimizing prompt')
    await userEvent.click(canvas.getByRole('button', { name: /Finished/ }))
    await expect(await canvas.findByRole('link', { name: /^Test run/ })).toBeVisible()
    // The card's header is visually hidden, and makes the page no longer.
    const header = canvas.getByRole('article').querySelector('.rpo-header')
    await expect(header?.getBoundingClientRect().height).toBe(1)
  },
}

/** The list at 320 px. */
export const Narrow: Story = { ...Default, parameters: { cardWidth: 320 } }

/** The list in columns. */
export const Wide: Story = { ...Default, parameters: { cardWidth: 1000 } }

/** Placeholders until the first response. */
export const Loading: Story = {
  decorators: [withSimulator((simulator) => simulator.injectFault('hang', { operation: 'listJobs' }))],
}

/** A project without jobs. */
export const Empty: Story = {
  decorators: [withSimulator(() => {})],
  async play({ canvas }) {
    await expect(await canvas.findByText('No jobs yet')).toBeVisible()
  },
}

/** `emptyState` replaces the text of an empty list. */
export const EmptyState: Story = {
  name: 'Empty state',
  decorators: [withSimulator(() => {})],
  args: {
    emptyState: (
      <>
        <strong>No optimizations yet</strong>
        <a href="#/prompts">Choose a prompt to improve</a>
      </>
    ),
  },
  async play({ canvas }) {
    await expect(await canvas.findByRole('link', { name: 'Choose a prompt to improve' })).toBeVisible()
  },
}

/** 403: the API key has no access to the project. */
export const Forbidden: Story = {
  decorators: [withSimulator((simulator) => simulator.injectFault({ status: 403 }, { times: 99 }))],
  async play({ canvas }) {
    await expect(
      await canvas.findByText(/don’t have access to this project/, { ignore: '[role=status]' }),
    ).toBeVisible()
  },
}
