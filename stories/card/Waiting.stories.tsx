import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { waiting } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = { title: 'Job card/Waiting', component: JobStatusCard, argTypes: cardArgTypes } satisfies Meta<
  typeof JobStatusCard
>
export default meta
type Story = StoryObj<typeof meta>

/** The app has no job id yet. */
export const NoJobYet: Story = { name: 'No job yet', args: { state: waiting.idle } }

/** The first answer is on its way. */
export const Loading: Story = { args: { state: waiting.loading } }

/** The service has taken the job and has not begun. */
export const Queued: Story = { args: { state: waiting.queued } }
