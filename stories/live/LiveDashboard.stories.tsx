import type { Meta, StoryObj } from '@storybook/react-vite'
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
