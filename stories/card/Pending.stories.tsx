import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { pending } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'JobStatusCard/Pending',
  component: JobStatusCard,
  argTypes: cardArgTypes,
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

/** There is no job ID yet. */
export const Idle: Story = { args: { state: pending.idle } }

/** The first request is pending. */
export const Loading: Story = { args: { state: pending.loading } }

/** The job waits for its first step. */
export const Queued: Story = { args: { state: pending.queued } }
