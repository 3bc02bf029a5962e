import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { expect } from 'storybook/test'
import { completed, ended, links, running, trouble } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'Job card/Languages',
  component: JobStatusCard,
  argTypes: cardArgTypes,
  args: { links },
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

const german = { locale: 'de', direction: 'ltr' }
const arabic = { locale: 'ar', direction: 'rtl' }

/** German, while the job runs. */
export const German: Story = { globals: german, args: { state: running.withSteps } }

/** German, at the end. */
export const GermanCompleted: Story = {
  name: 'German, completed',
  globals: german,
  args: { state: completed.withEverything },
}

/** German, with a connection that fails. */
export const GermanRetrying: Story = {
  name: 'German, retrying',
  globals: german,
  args: { state: trouble.retrying },
}

/** German: the question before a job is cancelled. */
export const GermanCancelling: Story = {
  // Its docs page would show it as it is before anything is pressed.
  tags: ['!autodocs'],
  name: 'German, asking to cancel',
  globals: german,
  args: { state: running.withSteps, onCancel: () => {} },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Abbrechen' }))
    await expect(canvas.getByRole('button', { name: 'Auftrag abbrechen' })).toBeVisible()
  },
}

/** Arabic, from right to left, with its details open. */
export const Arabic: Story = {
  globals: arabic,
  args: { state: running.withSteps },
  async play({ canvasElement, userEvent }) {
    const fold = canvasElement.querySelector('summary')
    if (fold) await userEvent.click(fold)
    await expect(canvasElement.querySelector('details')).toHaveAttribute('open')
  },
}

/** Arabic, at the end. */
export const ArabicCompleted: Story = {
  name: 'Arabic, completed',
  globals: arabic,
  args: { state: completed.withEverything },
}

/** Arabic, failed. */
export const ArabicFailed: Story = {
  name: 'Arabic, failed',
  globals: arabic,
  args: { state: ended.failed },
}

/** Arabic, with a connection that fails. */
export const ArabicRetrying: Story = {
  name: 'Arabic, retrying',
  globals: arabic,
  args: { state: trouble.retrying },
}
