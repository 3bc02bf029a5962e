import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { completed, links } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'JobStatusCard/Completed',
  component: JobStatusCard,
  argTypes: cardArgTypes,
  args: { links },
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

/** A new version, a test run, a comparison and a changes summary. */
export const WithAllResults: Story = { name: 'With all results', args: { state: completed.withAllResults } }

/** The job was started without a test run. */
export const WithoutTestRun: Story = {
  name: 'Without test run',
  args: { state: completed.withoutTestRun },
}

/** The service returned no changes summary. */
export const WithoutSummary: Story = { name: 'Without summary', args: { state: completed.withoutSummary } }

/** A test run was requested, but the job has none. */
export const MissingTestRun: Story = { name: 'Missing test run', args: { state: completed.missingTestRun } }

/** Without link builders, no links are rendered. */
export const WithoutLinks: Story = {
  name: 'Without links',
  args: { state: completed.withAllResults, links: {} },
}
