import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard, useOptimizationJob } from 'react-prompt-optimization'
import { JobInputs, RunAgain, type RunAgainProps } from 'react-prompt-optimization/prompts'
import { expect } from 'storybook/test'
import { PROJECT_ID, withSimulator } from '../list/withSimulator.js'
import { withJobInput } from './withJobInput.js'

const JOB_ID = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

function Card(props: RunAgainProps) {
  const state = useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID })
  return (
    <JobStatusCard
      state={state}
      title="Support reply"
      details={<JobInputs {...props} />}
      actions={<RunAgain {...props} />}
    />
  )
}

const meta = {
  title: 'RunAgain',
  component: RunAgain,
  args: { projectId: PROJECT_ID },
  render: (args) => <Card {...args} />,
  decorators: [
    withSimulator((simulator) => {
      const startBody = { prompt_template_version_id: 'c41d7e02-96ab-4f58-b3d9-07e5a2c8f614' }
      simulator.addJob({
        projectId: PROJECT_ID,
        jobId: JOB_ID,
        scenario: 'failed',
        ageMs: 3_600_000,
        startBody,
      })
    }),
  ],
} satisfies Meta<typeof RunAgain>
export default meta
type Story = StoryObj<typeof meta>

/** An action of a job that is over, also of one that has failed. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: /^Run again…/ })).toBeVisible()
  },
}

/** The form has what is known of the job, and says what is not. */
export const Open: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: /^Run again…/ }))
    await canvas.findByRole('option', { name: 'v12 · latest' })
    await canvas.findByRole('option', { name: 'Refund conversations' })
    await expect(canvas.getByText(/started elsewhere/)).toBeVisible()
  },
}

/** A job that was started in this page: the form has all of it. */
export const StartedHere: Story = {
  decorators: [withJobInput(JOB_ID)],
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: /^Run again…/ }))
    await canvas.findByRole('option', { name: 'v12 · latest' })
    await canvas.findByRole('option', { name: 'Refund conversations' })
    await expect(canvas.getByRole('checkbox', { name: 'Use customer feedback' })).not.toBeChecked()
  },
}

/** `JobInputs` in the details: what a job was started with. */
export const WithJobInputs: Story = {
  name: 'With JobInputs',
  decorators: [withJobInput(JOB_ID)],
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: /^Details/ }))
    await expect(await canvas.findByText('Refund conversations')).toBeVisible()
  },
}

/** On a wide card, the form has a width of its own, below the buttons. */
export const Wide: Story = {
  parameters: { cardWidth: 1000 },
  decorators: [withJobInput(JOB_ID)],
  async play(context) {
    await StartedHere.play?.(context)
    const { canvas } = context
    const button = canvas.getByRole('button', { name: /^Run again…/ }).getBoundingClientRect()
    const field = canvas.getByRole('combobox', { name: 'Prompt' }).getBoundingClientRect()
    await expect(field.top).toBeGreaterThan(button.bottom)
  },
}
