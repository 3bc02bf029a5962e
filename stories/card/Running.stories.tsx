import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { running } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = { title: 'Job card/Running', component: JobStatusCard, argTypes: cardArgTypes } satisfies Meta<
  typeof JobStatusCard
>
export default meta
type Story = StoryObj<typeof meta>

/** The second of four steps. */
export const WithSteps: Story = { name: 'With steps', args: { state: running.withSteps } }

/** The service does not say which step the job is in. */
export const WithoutProgress: Story = { name: 'Without progress', args: { state: running.withoutProgress } }

/** The service uses a word that the package does not know: the job counts as running, and the word is shown. */
export const UnknownStatus: Story = { name: 'Unknown status', args: { state: running.unknownStatus } }

/** The service says step 7 of 4, so the total is not believed. */
export const StepBeyondTheTotal: Story = {
  name: 'Step beyond the total',
  args: { state: running.stepBeyondTheTotal },
}

/** The service says step 1 of 0. */
export const TotalOfZero: Story = { name: 'Total of zero', args: { state: running.noTotal } }

/** The ninth of sixteen steps. */
export const ManySteps: Story = { name: 'Many steps', args: { state: running.manySteps } }

/** A step's name with a very long word. */
export const LongStepName: Story = { name: 'Long step name', args: { state: running.longStepName } }

/** Nothing has moved for 14 minutes. */
export const Stalled: Story = { args: { state: running.stalled } }

/** The last of four steps. */
export const LastStep: Story = { name: 'Last step', args: { state: running.lastStep } }
