import type { Meta, StoryObj } from '@storybook/react-vite'
import { completed, ended, running, trouble } from '../states.js'
import { CompactJob } from './CompactJob.js'
import { JobSentence } from './JobSentence.js'

const meta = { title: 'Your own UI', component: CompactJob, tags: ['!autodocs'] } satisfies Meta<
  typeof CompactJob
>
export default meta
type Story = StoryObj<typeof meta>

/** A card of three parts. */
export const FromTheParts: Story = { name: 'From the parts', args: { state: trouble.retrying } }

/** Sentences, made from nothing but the state that the hook returns. */
export const FromTheState: Story = {
  name: 'From the state',
  args: { state: running.withSteps },
  render: () => (
    <>
      <JobSentence state={running.withSteps} />
      <JobSentence state={trouble.offline} />
      <JobSentence state={completed.withEverything} />
      <JobSentence state={ended.failed} />
    </>
  ),
}
