import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { expect, fn } from 'storybook/test'
import { completed, ended, links, running, waiting } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'Job card/Details',
  component: JobStatusCard,
  // A docs page would show each fold closed.
  tags: ['!autodocs'],
  argTypes: cardArgTypes,
  args: { links },
  async play({ canvasElement, userEvent }) {
    const fold = canvasElement.querySelector('summary')
    if (fold) await userEvent.click(fold)
    await expect(canvasElement.querySelector('details')).toHaveAttribute('open')
  },
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

/** The steps seen so far with the time that each took, and the ids. */
export const WhileTheJobRuns: Story = { name: 'While the job runs', args: { state: running.withSteps } }

/** The card came to the job in its last step: how long that took is known in part only. */
export const SeenLate: Story = { name: 'Seen late', args: { state: running.seenLate } }

/** Nothing but ids: the job has not begun. */
export const BeforeTheFirstStep: Story = { name: 'Before the first step', args: { state: waiting.queued } }

/** All steps are over. */
export const Completed: Story = { args: { state: completed.withEverything } }

/** The last step is the one that failed. */
export const Failed: Story = { args: { state: ended.failed } }

/** An id goes to the clipboard with one click, and its button says so. */
export const CopiedAnId: Story = {
  name: 'Copied an id',
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
    await userEvent.click(canvas.getByRole('button', { name: 'Copy: Job' }))
    await expect(await canvas.findByRole('button', { name: 'Copied' })).toBeVisible()
    await expect(navigator.clipboard.writeText).toHaveBeenCalledWith('3c90c3cc-0d44-4b50-8888-8dd25736052a')
  },
}
