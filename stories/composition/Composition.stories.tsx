import type { Meta, StoryObj } from '@storybook/react-vite'
import { completed, connectionStates, failedOrCanceled, running } from '../states.js'
import { CompactJob } from './CompactJob.js'
import { JobSentence } from './JobSentence.js'

const meta = { title: 'Composition', component: CompactJob, tags: ['!autodocs'] } satisfies Meta<
  typeof CompactJob
>
export default meta
type Story = StoryObj<typeof meta>

/** A card composed of three parts. */
export const FromParts: Story = { name: 'From parts', args: { state: connectionStates.retrying } }

/** Sentences rendered from the state of the hook. */
export const FromState: Story = {
  name: 'From state',
  args: { state: running.withSteps },
  render: () => (
    <>
      <JobSentence state={running.withSteps} />
      <JobSentence state={connectionStates.offline} />
      <JobSentence state={completed.withAllResults} />
      <JobSentence state={failedOrCanceled.failed} />
    </>
  ),
}
