import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { ended } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'Job card/Failed or cancelled',
  component: JobStatusCard,
  argTypes: cardArgTypes,
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

/** The third of four steps failed, and the service says why. */
export const Failed: Story = { args: { state: ended.failed } }

/** The reason is long, of many lines, with a word that does not fit. */
export const FailedWithALongMessage: Story = {
  name: 'Failed with a long message',
  args: { state: ended.failedWithLongMessage },
}

/** The service says nothing about the reason. */
export const FailedWithoutAMessage: Story = {
  name: 'Failed without a message',
  args: { state: ended.failedWithoutMessage },
}

/** Somebody cancelled the job in its second step. */
export const Cancelled: Story = { args: { state: ended.cancelled } }

/** Stopped before its first step, in a word that only some services use. */
export const CancelledBeforeItBegan: Story = {
  name: 'Cancelled before it began',
  args: { state: ended.cancelledBeforeItBegan },
}
