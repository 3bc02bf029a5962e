import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { expect, fn } from 'storybook/test'
import { completed, failedOrCanceled, links, pending, running } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'JobStatusCard/Details',
  component: JobStatusCard,
  // Docs pages don't run play functions.
  argTypes: cardArgTypes,
  args: { links },
  async play({ canvas, userEvent }) {
    const trigger = canvas.getByRole('button', { name: /^Details/ })
    await userEvent.click(trigger)
    await expect(trigger).toHaveAttribute('aria-expanded', 'true')
  },
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

/** The observed steps with their durations, and the IDs. */
export const Running: Story = { args: { state: running.withSteps } }

/** Polling began in the last step, so its duration is a minimum. */
export const ObservedLate: Story = { name: 'Observed late', args: { state: running.observedLate } }

/** A queued job has IDs, but no steps yet. */
export const Queued: Story = { args: { state: pending.queued } }

/** All steps are done. */
export const Completed: Story = { args: { state: completed.withAllResults } }

/** The last observed step failed. */
export const Failed: Story = { args: { state: failedOrCanceled.failed } }

/** The copy button confirms that the ID was copied. */
export const CopiedId: Story = {
  name: 'Copied ID',
  args: { state: running.withSteps },
  beforeEach() {
    const writeText = fn(async () => {})
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } })
    return () => {
      Reflect.deleteProperty(navigator, 'clipboard')
    }
  },
  async play(context) {
    const { canvas, userEvent } = context
    await meta.play(context)
    await userEvent.click(canvas.getByRole('button', { name: /^Copy job ID/ }))
    await expect(await canvas.findByRole('button', { name: /^Copied/ })).toBeVisible()
    await expect(navigator.clipboard.writeText).toHaveBeenCalledWith('3c90c3cc-0d44-4b50-8888-8dd25736052a')
  },
}
