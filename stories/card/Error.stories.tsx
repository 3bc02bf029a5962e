import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { errorStates } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'JobStatusCard/Error',
  component: JobStatusCard,
  argTypes: cardArgTypes,
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

/** 400: the request is invalid. */
export const BadRequest: Story = { name: 'Bad request', args: { state: errorStates.badRequest } }

/** 401: the API key is missing or invalid. */
export const Unauthorized: Story = { args: { state: errorStates.unauthorized } }

/** 403: the API key has no access to the project. */
export const Forbidden: Story = { args: { state: errorStates.forbidden } }

/** 404: the job does not exist, or the API key has no access to it. */
export const NotFound: Story = { name: 'Not found', args: { state: errorStates.notFound } }

/** 401 after a successful response: the last good job stays visible. */
export const StaleData: Story = {
  name: 'Stale data',
  args: { state: errorStates.staleData },
}

/** Offline after a 404: nothing resumes until the user retries. */
export const Offline: Story = { args: { state: errorStates.offline } }
