import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard, useOptimizationJob } from 'react-prompt-optimization'
import { DeployVersion, type DeployVersionProps } from 'react-prompt-optimization/prompts'
import type { Fault } from 'react-prompt-optimization/testing'
import { expect } from 'storybook/test'
import { PROJECT_ID, withSimulator } from '../list/withSimulator.js'

const JOB_ID = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

function Card({ labels, ...props }: DeployVersionProps) {
  const state = useOptimizationJob({ projectId: PROJECT_ID, jobId: JOB_ID })
  return (
    <JobStatusCard
      state={state}
      title="Support reply"
      labels={labels}
      actions={<DeployVersion labels={labels} {...props} />}
    />
  )
}

const withJob = (fault?: Fault) =>
  withSimulator((simulator) => {
    simulator.addJob({ projectId: PROJECT_ID, jobId: JOB_ID, ageMs: 3_600_000 })
    if (fault) simulator.injectFault(fault, { operation: 'deployPromptVersion' })
  })

const meta = {
  title: 'DeployVersion',
  component: DeployVersion,
  args: { projectId: PROJECT_ID },
  render: (args) => <Card {...args} />,
  decorators: [withJob()],
} satisfies Meta<typeof DeployVersion>
export default meta
type Story = StoryObj<typeof meta>
type Play = NonNullable<Story['play']>

const open: Play = async ({ canvas, userEvent }) => {
  await userEvent.click(await canvas.findByRole('button', { name: /^Deploy…/ }))
  await canvas.findByRole('option', { name: 'production' })
  await canvas.findByText('Deploy Support reply v13?')
}

const deploy: Play = async (context) => {
  const { canvas, userEvent } = context
  await open(context)
  await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Environment' }), 'staging')
  await userEvent.click(canvas.getByRole('button', { name: 'Deploy to staging' }))
}

/** A custom action of a completed job. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: /^Deploy…/ })).toBeVisible()
  },
}

/** The confirmation names the prompt, the version and the environment. */
export const Confirming: Story = {
  async play(context) {
    const { canvas, userEvent } = context
    await open(context)
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Environment' }), 'production')
    await expect(canvas.getByText(/^Deploy Support reply v13 to production\?/)).toBeVisible()
  },
}

/** The version is deployed. */
export const Deployed: Story = {
  async play(context) {
    await deploy(context)
    await expect(
      await context.canvas.findByText('Support reply v13 is deployed to staging.', {
        ignore: '[role=status]',
      }),
    ).toBeVisible()
  },
}

/** 403: the environment is not allowed. */
export const Denied: Story = {
  decorators: [withJob({ status: 403, message: 'Only admins deploy' })],
  async play(context) {
    await deploy(context)
    await expect(await context.canvas.findByText(/wasn’t deployed/)).toBeVisible()
  },
}

/** 503: it is not known whether the version is deployed. */
export const Uncertain: Story = {
  decorators: [withJob({ status: 503 })],
  async play(context) {
    await deploy(context)
    await expect(await context.canvas.findByText(/may have been deployed/)).toBeVisible()
  },
}

/** The confirmation at 240 px. */
export const Narrow: Story = { ...Confirming, parameters: { cardWidth: 240 } }
