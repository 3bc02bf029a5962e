import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { trouble } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'Job card/Connection trouble',
  component: JobStatusCard,
  argTypes: cardArgTypes,
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

/** The latest check failed. The last good answer stays on the screen. */
export const Retrying: Story = { args: { state: trouble.retrying } }

/** The service answered 429 with a `Retry-After`. */
export const AskedToWait: Story = { name: 'Asked to wait', args: { state: trouble.rateLimited } }

/** No check has succeeded so far. */
export const RetryingBeforeTheFirstAnswer: Story = {
  name: 'Retrying before the first answer',
  args: { state: trouble.noAnswerYet },
}

/** The browser has no network. */
export const Offline: Story = { args: { state: trouble.offline } }

/** The page is hidden. */
export const Paused: Story = { args: { state: trouble.paused } }
