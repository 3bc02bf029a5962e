import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { unavailable } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'Job card/Unavailable',
  component: JobStatusCard,
  argTypes: cardArgTypes,
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

/** The service did not understand the request (400). */
export const BadRequest: Story = { name: 'Bad request', args: { state: unavailable.badRequest } }

/** The API key is missing or wrong (401). */
export const NotSignedIn: Story = { name: 'Not signed in', args: { state: unavailable.notSignedIn } }

/** The API key does not reach this project (403). */
export const NoAccess: Story = { name: 'No access', args: { state: unavailable.noAccess } }

/** There is no such job, or this key cannot see it (404). */
export const NotFound: Story = { name: 'Not found', args: { state: unavailable.notFound } }

/** The key stopped working while the job ran: the last good answer stays. */
export const AfterAGoodAnswer: Story = {
  name: 'After a good answer',
  args: { state: unavailable.afterAGoodAnswer },
}
