import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { OptimizationError } from 'react-prompt-optimization/api'
import { expect, fn } from 'storybook/test'
import { running, waiting } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'Job card/Cancelling',
  component: JobStatusCard,
  argTypes: cardArgTypes,
  args: { state: running.withSteps, onCancel: fn() },
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

/** The app passes `onCancel`, so the card has a button while the job is active. */
export const Offered: Story = {}

/** A job that waits can be cancelled too. */
export const OfferedWhileQueued: Story = { name: 'Offered while queued', args: { state: waiting.queued } }

/** It asks first. */
export const Asking: Story = {
  // Its docs page would show it as it is before anything is pressed.
  tags: ['!autodocs'],
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }))
    await expect(canvas.getByRole('button', { name: 'Cancel the job' })).toBeVisible()
    await expect(args.onCancel).not.toHaveBeenCalled()
  },
}

/** Confirmed: the service has the request and has not answered. */
export const Confirmed: Story = {
  // Its docs page would show it as it is before anything is pressed.
  tags: ['!autodocs'],
  args: { onCancel: fn(() => new Promise(() => {})) },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel the job' }))
    await expect(args.onCancel).toHaveBeenCalledOnce()
    await expect(canvas.getByRole('button', { name: 'Cancelling…' })).toHaveFocus()
  },
}

/** Not confirmed: the job runs on, and the focus is back where it was. */
export const KeptRunning: Story = {
  // Its docs page would show it as it is before anything is pressed.
  tags: ['!autodocs'],
  name: 'Kept running',
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Keep it running' }))
    await expect(canvas.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await expect(args.onCancel).not.toHaveBeenCalled()
  },
}

/** `onCancel` rejected: the card says so, and why, and the button is there again. */
export const NotPossible: Story = {
  // Its docs page would show it as it is before anything is pressed.
  tags: ['!autodocs'],
  name: 'Not possible',
  args: {
    onCancel: fn(async () => {
      throw new OptimizationError('POST …: the service answered 403', { kind: 'http', status: 403 })
    }),
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel the job' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent('The job could not be cancelled.')
  },
}

/** The service has said that it will: the job stops soon. */
export const UnderWay: Story = { name: 'Under way', args: { state: running.cancelling } }
