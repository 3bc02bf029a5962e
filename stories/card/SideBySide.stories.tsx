import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'
import { completed, failedOrCanceled, links, running } from '../states.js'

const meta = {
  title: 'JobStatusCard/Side by side',
  component: JobStatusCard,
  args: { links, components: { Summary: MarkdownSummary }, state: running.withSteps },
  parameters: { cardWidth: null, screenshot: false },
} satisfies Meta<typeof JobStatusCard>
export default meta

/** The screenshot in the README. */
export const SideBySide: StoryObj<typeof meta> = {
  name: 'Side by side',
  render: (args) => (
    <div
      style={{
        display: 'grid',
        inlineSize: 'fit-content',
        gridTemplateColumns: 'repeat(3, 360px)',
        gap: 24,
        alignItems: 'start',
      }}
    >
      <JobStatusCard {...args} title="Support reply" state={running.withSteps} />
      <JobStatusCard {...args} title="Ticket triage" state={completed.withAllResults} />
      <JobStatusCard {...args} title="Release notes" state={failedOrCanceled.failed} />
    </div>
  ),
}
