import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { failedOrCanceled } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'JobStatusCard/Failed and canceled',
  component: JobStatusCard,
  argTypes: cardArgTypes,
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

/** The third of four steps failed, with an error message. */
export const Failed: Story = { args: { state: failedOrCanceled.failed } }

/** A multiline error message with a very long URL. */
export const LongErrorMessage: Story = {
  name: 'Long error message',
  args: { state: failedOrCanceled.longErrorMessage },
}

/** The service returned no error message. */
export const NoErrorMessage: Story = {
  name: 'No error message',
  args: { state: failedOrCanceled.noErrorMessage },
}

/** Canceled in the second step. */
export const Canceled: Story = { args: { state: failedOrCanceled.canceled } }

/** Canceled before the first step, with the status alias `stopped`. */
export const CanceledWhileQueued: Story = {
  name: 'Canceled while queued',
  args: { state: failedOrCanceled.canceledWhileQueued },
}
