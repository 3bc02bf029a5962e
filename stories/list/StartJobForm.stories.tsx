import type { Meta, StoryObj } from '@storybook/react-vite'
import { StartJobForm } from 'react-prompt-optimization'
import { expect } from 'storybook/test'
import { onSimulator, PROJECT_ID } from './onSimulator.js'

const meta = {
  title: 'Form that starts a job',
  component: StartJobForm,
  tags: ['!autodocs'],
  args: {
    projectId: PROJECT_ID,
    defaultValues: {
      promptTemplateVersionId: 'c41d7e02-96ab-4f58-b3d9-07e5a2c8f614',
      datasetId: '8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684',
    },
  },
  decorators: [onSimulator(() => {})],
} satisfies Meta<typeof StartJobForm>
export default meta
type Story = StoryObj<typeof meta>

/** What a job needs. */
export const ReadyToStart: Story = { name: 'Ready to start' }

/** What cannot be right is said at the field, before anything is sent. */
export const InvalidIds: Story = {
  name: 'Invalid ids',
  args: { defaultValues: { datasetId: 'my dataset' } },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Start job' }))
    await expect(canvas.getByRole('textbox', { name: 'Prompt version id' })).toHaveFocus()
  },
}

/** What the service refuses is said below. */
export const Refused: Story = {
  decorators: [
    onSimulator((simulator) => simulator.injectFault({ status: 400, message: 'dataset_id is unknown' })),
  ],
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Start job' }))
    await expect(await canvas.findByText('dataset_id is unknown')).toBeVisible()
  },
}
