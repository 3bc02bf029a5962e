import type { Meta, StoryObj } from '@storybook/react-vite'
import { LiveDashboard } from './LiveDashboard.js'

const meta = {
  title: 'Live dashboard',
  component: LiveDashboard,
  args: { speed: 10 },
  argTypes: { speed: { control: { type: 'range', min: 1, max: 100 } } },
  parameters: {
    cardWidth: null,
    clock: 'real',
    screenshot: false,
    controls: { disable: false, include: ['speed'] },
  },
  render: (args) => <LiveDashboard key={args.speed} {...args} />,
} satisfies Meta<typeof LiveDashboard>
export default meta
type Story = StoryObj<typeof meta>

/** A job for each scenario of the simulator. */
export const Default: Story = { name: 'Live dashboard' }
