import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { completed, links } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'Job card/Completed',
  component: JobStatusCard,
  argTypes: cardArgTypes,
  args: { links },
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

/** A new version, a test run, a comparison, and a summary of the changes. */
export const WithEverything: Story = { name: 'With everything', args: { state: completed.withEverything } }

/** The job was started without a test. */
export const WithoutATestRun: Story = {
  name: 'Without a test run',
  args: { state: completed.withoutTestRun },
}

/** The service told nothing about the changes. */
export const WithoutASummary: Story = { name: 'Without a summary', args: { state: completed.withoutSummary } }

/** The job was asked to run a test, and has none. */
export const TestRunMissing: Story = { name: 'Test run missing', args: { state: completed.testRunMissing } }

/** The app says nowhere to link to. */
export const WithoutLinks: Story = {
  name: 'Without links',
  args: { state: completed.withEverything, links: {} },
}
