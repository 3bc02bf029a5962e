import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobList } from 'react-prompt-optimization'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'
import { expect } from 'storybook/test'
import { links } from '../states.js'
import { addJobs, onSimulator, PROJECT_ID } from './onSimulator.js'

const meta = {
  title: 'List of jobs',
  component: JobList,
  tags: ['!autodocs'],
  args: { projectId: PROJECT_ID, links, components: { Summary: MarkdownSummary }, canCancel: true },
  parameters: { cardWidth: 560 },
  decorators: [onSimulator(addJobs)],
} satisfies Meta<typeof JobList>
export default meta
type Story = StoryObj<typeof meta>

/** A page of jobs, newest first. An active one tells its step. */
export const APage: Story = {
  name: 'A page',
  async play({ canvas }) {
    await expect(await canvas.findByText('Step 2 of 4: Optimizing prompt')).toBeVisible()
  },
}

/** A row opens to the job's card. */
export const AnOpenRow: Story = {
  name: 'An open row',
  async play({ canvas, userEvent }) {
    await canvas.findByText('Step 2 of 4: Optimizing prompt')
    await userEvent.click(canvas.getByRole('button', { name: /Completed/ }))
    await expect(await canvas.findByRole('link', { name: 'Test run' })).toBeVisible()
  },
}

/** The same where there is little room. */
export const Narrow: Story = { ...APage, name: 'In 320 pixels', parameters: { cardWidth: 320 } }

/** A project without jobs. */
export const Empty: Story = {
  decorators: [onSimulator(() => {})],
  async play({ canvas }) {
    await expect(await canvas.findByText('There are no jobs yet.')).toBeVisible()
  },
}

/** The service refuses, and the list says what to do. */
export const Refused: Story = {
  decorators: [onSimulator((simulator) => simulator.injectFault({ status: 403 }, { times: 99 }))],
  async play({ canvas }) {
    await expect(await canvas.findByText(/no access to this project/)).toBeVisible()
  },
}
