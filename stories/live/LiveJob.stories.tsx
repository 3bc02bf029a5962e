import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { scenarioNames } from '../../src/testing/simulator/scenarios.js'
import { LiveJob } from './LiveJob.js'

const meta = {
  title: 'Live job',
  component: LiveJob,
  args: { scenario: 'happy', speed: 10 },
  argTypes: {
    scenario: { control: 'select', options: scenarioNames },
    speed: { control: { type: 'range', min: 1, max: 100 } },
  },
  parameters: {
    clock: 'real',
    screenshot: false,
    controls: { disable: false, include: ['scenario', 'speed'] },
  },
} satisfies Meta<typeof LiveJob>
export default meta
type Story = StoryObj<typeof meta>

/** A job on the simulator, ten times faster than a real one. The controls select the scenario. */
export const Default: Story = { name: 'Live job' }

/** At this speed, the job completes in four seconds. */
export const Completes: Story = {
  tags: ['!dev'],
  args: { speed: 100 },
  async play({ canvas }) {
    const timeout = 12_000
    await canvas.findByText(/^Step \d of 4/, undefined, { timeout })
    await canvas.findByRole('heading', { name: 'What changed' }, { timeout })
    await expect(canvas.getByRole('link', { name: /^Test run/ })).toBeVisible()
    await expect(canvas.queryByRole('progressbar')).toBeNull()
  },
}
