import type { Meta, StoryObj } from '@storybook/react-vite'
import { StartJobForm } from 'react-prompt-optimization'
import { PromptFields } from 'react-prompt-optimization/prompts'
import { catalog } from 'react-prompt-optimization/testing'
import { expect } from 'storybook/test'
import { PROJECT_ID, withSimulator } from '../list/withSimulator.js'

const [template] = catalog.promptTemplates
const [dataset, mismatched] = catalog.datasets

const meta = {
  title: 'PromptFields',
  component: PromptFields,
  args: { projectId: PROJECT_ID, defaultPromptTemplateId: template.id },
  render: (args, { parameters: { datasetId } }) => (
    <StartJobForm
      projectId={PROJECT_ID}
      labels={args.labels}
      defaultValues={{ datasetId: datasetId ?? undefined }}
      fields={<PromptFields {...args} />}
    />
  ),
  parameters: { datasetId: dataset.id },
  decorators: [withSimulator(() => {})],
} satisfies Meta<typeof PromptFields>
export default meta
type Story = StoryObj<typeof meta>

/** The version and the dataset of a job, by name. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByText(/^Questions about refunds/)).toBeVisible()
    await expect(await canvas.findByDisplayValue('v12 · latest')).toBeVisible()
  },
}

/** Nothing is chosen at first. */
export const Empty: Story = {
  args: { defaultPromptTemplateId: undefined },
  parameters: { datasetId: null },
  async play({ canvas, userEvent }) {
    await canvas.findByRole('option', { name: 'Call summary' })
    await canvas.findByRole('option', { name: 'Receipts' })
    await userEvent.click(canvas.getByRole('button', { name: 'Start job' }))
    await expect(canvas.getByRole('combobox', { name: 'Version' })).toHaveFocus()
  },
}

/** The dataset does not fill the variables of the prompt. */
export const Mismatch: Story = {
  parameters: { datasetId: mismatched?.id },
  async play({ canvas }) {
    await expect(await canvas.findByText(/doesn’t fill these variables/)).toBeVisible()
  },
}

/** The messages of the chosen version. */
export const ShownPrompt: Story = {
  name: 'Shown prompt',
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Show the prompt' }))
    await expect(canvas.getByText('## Refunds')).toBeVisible()
    await canvas.findByText(/^Questions about refunds/)
  },
}

/** 403: IDs can be entered. */
export const Forbidden: Story = {
  decorators: [
    withSimulator((simulator) => {
      simulator.injectFault({ status: 403 }, { operation: 'listPromptTemplates' })
      simulator.injectFault({ status: 403 }, { operation: 'listDatasets' })
    }),
  ],
  async play({ canvas }) {
    await expect(await canvas.findByRole('textbox', { name: 'Prompt version ID' })).toBeVisible()
    await expect(await canvas.findByRole('textbox', { name: 'Dataset ID' })).toBeVisible()
  },
}

/** The fields at 240 px. */
export const Narrow: Story = { ...Mismatch, parameters: { ...Mismatch.parameters, cardWidth: 240 } }

/** From right to left. */
export const Arabic: Story = {
  ...Default,
  globals: { direction: 'rtl', locale: 'ar' },
  async play({ canvas }) {
    await expect(await canvas.findByText(/^Questions about refunds/)).toBeVisible()
    await canvas.findByDisplayValue('v12 · الأحدث')
  },
}
