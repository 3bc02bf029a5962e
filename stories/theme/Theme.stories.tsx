import type { Meta, StoryObj } from '@storybook/react-vite'
import './muiApp.css'
import './plainApp.css'
import './tailwindApp.css'
import { JobStatusCard } from 'react-prompt-optimization'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'
import { buildJobState } from 'react-prompt-optimization/testing/react'
import { completedJob, connectionStates, failedOrCanceled, links, running } from '../states.js'
import { ThemedCards } from './ThemedCards.js'
import { tokenArgs, tokenArgTypes } from './tokenControls.js'

const meta = {
  title: 'Theme',
  component: ThemedCards,
  parameters: { cardWidth: 360 },
} satisfies Meta<typeof ThemedCards>
export default meta
type Story = StoryObj<typeof meta>

/** A control for each token; an empty one keeps its default. */
export const Tokens: Story = {
  args: tokenArgs,
  argTypes: tokenArgTypes,
  parameters: { screenshot: false, controls: { disable: false, expanded: true } },
}

const markdown = buildJobState({
  ...completedJob,
  changes_summary:
    'Made the **refund policy** explicit.\n\n- Added a rule for missing emails\n- Shortened the tone section',
})

/** Cards with every part that the styles of an app could affect. */
function App({ name }: { name: string }) {
  return (
    <div className={name} style={{ display: 'grid', gap: 24 }}>
      <JobStatusCard className="shadow-md" state={running.withSteps} onCancel={() => {}} />
      <JobStatusCard state={markdown} links={links} components={{ Summary: MarkdownSummary }} />
      <JobStatusCard state={failedOrCanceled.failed} />
      <JobStatusCard state={connectionStates.retrying} />
    </div>
  )
}

const expandDetails: Story['play'] = async ({ canvas, userEvent }) => {
  const [trigger] = canvas.getAllByRole('button', { name: /^Details/ })
  if (trigger) await userEvent.click(trigger)
}

/** An app with an unlayered CSS reset. */
export const PlainCss: Story = {
  name: 'Plain CSS',
  render: () => <App name="plain-app" />,
  play: expandDetails,
}

/** A Tailwind app, with a utility class on the first card. */
export const Tailwind: Story = {
  render: () => <App name="tailwind-app" />,
  play: expandDetails,
}

/** A Material UI app, with tokens mapped to its theme. */
export const MaterialUi: Story = {
  name: 'Material UI',
  render: () => <App name="mui-app" />,
  play: expandDetails,
}
