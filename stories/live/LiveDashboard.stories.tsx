import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { LiveDashboard } from './LiveDashboard.js'

const meta = {
  title: 'A dashboard of jobs',
  component: LiveDashboard,
  tags: ['!autodocs'],
  args: { speed: 10 },
  argTypes: { speed: { control: { type: 'range', min: 1, max: 100 } } },
  parameters: {
    cardWidth: null,
    clock: 'running',
    picture: false,
    controls: { disable: false, include: ['speed'] },
  },
  render: (args) => <LiveDashboard key={args.speed} {...args} />,
} satisfies Meta<typeof LiveDashboard>
export default meta
type Story = StoryObj<typeof meta>

/** A job of each scenario on the simulated service, all at once. Cancel one, or watch them end. */
export const ADashboardOfJobs: Story = { name: 'A dashboard of jobs' }

/** Cancels one of them while the others run on. */
export const OneIsCancelled: Story = {
  name: 'One is cancelled',
  tags: ['!dev'],
  args: { speed: 5 },
  async play({ canvas, userEvent }) {
    const [card] = await canvas.findAllByRole('article')
    const first = within(card as HTMLElement)
    await userEvent.click(await first.findByRole('button', { name: 'Cancel' }, { timeout: 5_000 }))
    await userEvent.click(first.getByRole('button', { name: 'Cancel the job' }))
    await expect(await first.findByText('Cancelled', undefined, { timeout: 10_000 })).toBeVisible()
  },
}
