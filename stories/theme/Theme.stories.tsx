import type { Meta, StoryObj } from '@storybook/react-vite'
import './muiApp.css'
import './plainApp.css'
import './tailwindApp.css'
import { JobStatusCard } from 'react-prompt-optimization'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'
import { buildJobState } from 'react-prompt-optimization/testing/react'
import { completedJob, ended, links, running, trouble } from '../states.js'
import { CardInTokens } from './CardInTokens.js'
import { tokenArgs, tokenArgTypes } from './tokenControls.js'

const meta = {
  title: 'Theme',
  component: CardInTokens,
  tags: ['!autodocs'],
  parameters: { cardWidth: 360 },
} satisfies Meta<typeof CardInTokens>
export default meta
type Story = StoryObj<typeof meta>

/** Every token as a control. What is left empty keeps its default. */
export const Tokens: Story = {
  args: tokenArgs,
  argTypes: tokenArgTypes,
  parameters: { picture: false, controls: { disable: false, expanded: true } },
}

const markdown = buildJobState({
  ...completedJob,
  changes_summary:
    'Made the **refund policy** explicit.\n\n- Added a refusal rule\n- Shortened the tone section',
})

/** Cards of every part that an app's reset and rules could reach. */
function App({ name }: { name: string }) {
  return (
    <div className={name} style={{ display: 'grid', gap: 24 }}>
      <JobStatusCard className="shadow-md" state={running.withSteps} onCancel={() => {}} />
      <JobStatusCard state={markdown} links={links} components={{ Summary: MarkdownSummary }} />
      <JobStatusCard state={ended.failed} />
      <JobStatusCard state={trouble.retrying} />
    </div>
  )
}

const openAll: Story['play'] = ({ canvasElement }) => {
  for (const fold of canvasElement.querySelectorAll('details'))
    fold.open = fold.parentElement?.matches(':first-child') ?? false
}

/** In an app of plain CSS, whose reset stands in no layer. */
export const InAPlainApp: Story = {
  name: 'In an app of plain CSS',
  render: () => <App name="plain-app" />,
  play: openAll,
}

/** In a Tailwind app: its reset, its colours, and a utility class on the first card. */
export const InATailwindApp: Story = {
  name: 'In a Tailwind app',
  render: () => <App name="tailwind-app" />,
  play: openAll,
}

/** In the theme of a Material UI app. */
export const InAMuiApp: Story = {
  name: 'In a Material UI app',
  render: () => <App name="mui-app" />,
  play: openAll,
}
