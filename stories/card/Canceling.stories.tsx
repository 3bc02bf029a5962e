import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { OptimizationError } from 'react-prompt-optimization/api'
import { expect, fn, type within } from 'storybook/test'
import { pending, running } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'JobStatusCard/Canceling',
  component: JobStatusCard,
  argTypes: cardArgTypes,
  args: { state: running.withSteps, onCancel: fn() },
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

/** With `onCancel`, an active job has a cancel button. */
export const Cancelable: Story = {}

/** A queued job can be canceled too. */
export const CancelableWhileQueued: Story = {
  name: 'Cancelable while queued',
  args: { state: pending.queued },
}

const confirmButton = (canvas: Pick<ReturnType<typeof within>, 'getByRole'>) =>
  canvas.getByRole('button', { name: /^Yes, cancel job/ })

/** The cancel button opens a confirmation. */
export const Confirming: Story = {
  // Docs pages don't run play functions.
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Cancel job/ }))
    await expect(confirmButton(canvas)).toBeVisible()
    await expect(args.onCancel).not.toHaveBeenCalled()
  },
}

/** The cancel request is pending. */
export const Requesting: Story = {
  args: { onCancel: fn(() => new Promise(() => {})) },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Cancel job/ }))
    await userEvent.click(confirmButton(canvas))
    await expect(args.onCancel).toHaveBeenCalledOnce()
    await expect(canvas.getByRole('button', { name: /^Canceling…/ })).toHaveFocus()
  },
}

/** Dismissing the confirmation returns the focus to the cancel button. */
export const Dismissed: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Cancel job/ }))
    await userEvent.click(canvas.getByRole('button', { name: /^Keep job/ }))
    await expect(canvas.getByRole('button', { name: /^Cancel job/ })).toHaveFocus()
    await expect(args.onCancel).not.toHaveBeenCalled()
  },
}

/** If `onCancel` rejects, the card shows the error and the cancel button again. */
export const CancelFailed: Story = {
  name: 'Cancel failed',
  args: {
    onCancel: fn(async () => {
      throw new OptimizationError('POST …: the service responded with 403', { kind: 'http', status: 403 })
    }),
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Cancel job/ }))
    await userEvent.click(confirmButton(canvas))
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Couldn’t cancel the job.')
  },
}

/** The service accepted the request, and the job is about to stop. */
export const Canceling: Story = { args: { state: running.canceling } }
