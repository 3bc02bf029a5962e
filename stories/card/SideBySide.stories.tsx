import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'
import { completed, ended, links, running } from '../states.js'

const meta = {
  title: 'Job card/Side by side',
  component: JobStatusCard,
  tags: ['!autodocs'],
  args: { links, components: { Summary: MarkdownSummary }, state: running.withSteps },
  parameters: { cardWidth: null, picture: false },
} satisfies Meta<typeof JobStatusCard>
export default meta

/** The picture at the top of the README. */
export const SideBySide: StoryObj<typeof meta> = {
  name: 'Side by side',
  render: (args) => (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(3, 340px)', gap: 24, alignItems: 'start' }}>
      {[running.withSteps, completed.withEverything, ended.failed].map((state) => (
        <JobStatusCard key={state.kind} {...args} state={state} />
      ))}
    </div>
  ),
}
