import type { Meta, StoryObj } from '@storybook/react-vite'
import { scenarioNames } from 'react-prompt-optimization/testing'
import { expect } from 'storybook/test'
import { LiveJob } from './LiveJob.js'

const meta = {
  title: 'A job from start to end',
  component: LiveJob,
  tags: ['!autodocs'],
  args: { scenario: 'happy', speed: 10 },
  argTypes: {
    scenario: { control: 'select', options: scenarioNames },
    speed: { control: { type: 'range', min: 1, max: 100 } },
  },
  parameters: {
    clock: 'running',
    picture: false,
    controls: { disable: false, include: ['scenario', 'speed'] },
  },
} satisfies Meta<typeof LiveJob>
export default meta
type Story = StoryObj<typeof meta>

/** A whole job on the simulated service, ten times faster than a real one. The controls choose what happens to it. */
export const AJobFromStartToEnd: Story = { name: 'A job from start to end' }

/** The same at a speed that a test can wait for: the job is over in four seconds. */
export const ReachesItsEnd: Story = {
  name: 'Reaches its end',
  tags: ['!dev'],
  args: { speed: 100 },
  async play({ canvas }) {
    const timeout = 12_000
    await canvas.findByText(/^Step \d of 4/, undefined, { timeout })
    await canvas.findByRole('heading', { name: 'What changed' }, { timeout })
    await expect(canvas.getByRole('link', { name: 'Test run' })).toBeVisible()
    await expect(canvas.getByRole('progressbar')).toHaveAttribute('aria-valuetext', 'Completed')
  },
}
