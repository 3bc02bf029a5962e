import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { running } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'JobStatusCard/Running',
  component: JobStatusCard,
  argTypes: cardArgTypes,
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

/** The second of four steps. */
export const WithSteps: Story = { name: 'With steps', args: { state: running.withSteps } }

/** The service returned no progress. */
export const WithoutProgress: Story = { name: 'Without progress', args: { state: running.withoutProgress } }

/** An unknown status is treated as running, and shown as is. */
export const UnknownStatus: Story = { name: 'Unknown status', args: { state: running.unknownStatus } }

/** Step 7 of 4: the total is ignored. */
export const StepOutOfRange: Story = {
  name: 'Step out of range',
  args: { state: running.stepOutOfRange },
}

/** Step 1 of 0: the total is ignored. */
export const ZeroTotal: Story = { name: 'Zero total', args: { state: running.zeroTotal } }

/** The ninth of sixteen steps. */
export const ManySteps: Story = { name: 'Many steps', args: { state: running.manySteps } }

/** A step name with a very long word. */
export const LongStepName: Story = { name: 'Long step name', args: { state: running.longStepName } }

/** No progress for 14 minutes. */
export const Stalled: Story = { args: { state: running.stalled } }

/** The device's clock is behind the service's: a date, and no elapsed time. */
export const ClockBehind: Story = { name: 'Clock behind', args: { state: running.clockBehind } }

/** The last of four steps. */
export const LastStep: Story = { name: 'Last step', args: { state: running.lastStep } }
