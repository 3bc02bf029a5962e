import type { Meta, StoryObj } from '@storybook/react-vite'
import { StartJobForm } from 'react-prompt-optimization'
import { expect } from 'storybook/test'
import { INPUT, withJobInput } from '../prompts/withJobInput.js'
import { PROJECT_ID, withSimulator } from './withSimulator.js'

const meta = {
  title: 'StartJobForm',
  component: StartJobForm,
  args: {
    projectId: PROJECT_ID,
    defaultValues: {
      promptTemplateVersionId: 'c41d7e02-96ab-4f58-b3d9-07e5a2c8f614',
      datasetId: '8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684',
    },
  },
  decorators: [withSimulator(() => {})],
} satisfies Meta<typeof StartJobForm>
export default meta
type Story = StoryObj<typeof meta>

/** The form with default values. */
export const Default: Story = {}

/** Invalid fields show an error before a request is sent. */
export const InvalidIds: Story = {
  name: 'Invalid IDs',
  args: { defaultValues: { datasetId: 'my dataset' } },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Start job' }))
    await expect(canvas.getByRole('textbox', { name: 'Prompt version ID' })).toHaveFocus()
  },
}

/** 400: the form shows the message of the service. */
export const Rejected: Story = {
  decorators: [
    withSimulator((simulator) => simulator.injectFault({ status: 400, message: 'dataset_id is unknown' })),
  ],
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Start job' }))
    await expect(await canvas.findByText('Dataset ID is unknown')).toBeVisible()
  },
}

/** A status says that the job was started; with `links.job` of the provider, it has a link to it. */
export const Started: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Start job' }))
    await expect(await canvas.findByText('Job started.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Start job' })).toBeVisible()
  },
}

/** Before the same input is started again, the form asks. */
export const Repeated: Story = {
  args: { defaultValues: INPUT },
  decorators: [withJobInput('3c90c3cc-0d44-4b50-8888-8dd25736052a')],
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Start job' }))
    await expect(canvas.getByRole('alert')).toHaveTextContent('Start another one?')
  },
}
