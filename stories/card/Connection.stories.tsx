import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { connectionStates } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'JobStatusCard/Connection',
  component: JobStatusCard,
  argTypes: cardArgTypes,
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

/** The latest request failed; the last good response stays visible. */
export const Retrying: Story = { args: { state: connectionStates.retrying } }

/** The service responded with 429 and a `Retry-After` header. */
export const RateLimited: Story = { name: 'Rate limited', args: { state: connectionStates.rateLimited } }

/** The service responded with 404 about a job that it knew: it is polled again after a minute. */
export const NotFoundOnce: Story = { name: 'Not found once', args: { state: connectionStates.notFoundOnce } }

/** No request has succeeded yet. */
export const RetryingBeforeFirstResponse: Story = {
  name: 'Retrying before first response',
  args: { state: connectionStates.noResponseYet },
}

/** The browser is offline. */
export const Offline: Story = { args: { state: connectionStates.offline } }

/** The page is hidden, so polling is paused. */
export const Paused: Story = { args: { state: connectionStates.paused } }
