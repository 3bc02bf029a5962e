import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard, type JobStatusCardProps, type OptimizationJobState } from 'react-prompt-optimization'
import {
  completed,
  connectionStates,
  errorStates,
  failedOrCanceled,
  links,
  pending,
  running,
} from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'JobStatusCard/Layout',
  component: JobStatusCard,
  argTypes: cardArgTypes,
  args: { links, state: running.withSteps },
  parameters: { cardWidth: null },
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

const EXAMPLES = [
  running.withSteps,
  completed.withAllResults,
  failedOrCanceled.failed,
  connectionStates.retrying,
]

interface CardsProps extends JobStatusCardProps {
  states: readonly OptimizationJobState[]
  widthPx: number
}

function Cards({ states, widthPx, state: _state, ...props }: CardsProps) {
  return (
    <div style={{ display: 'grid', gap: 24, inlineSize: widthPx }}>
      {states.map((state, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <JobStatusCard key={index} {...props} state={state} />
      ))}
    </div>
  )
}

/** The same cards at 240, 360, 640 and 1,200 px. */
export const Widths: Story = {
  parameters: { screenshot: false },
  render: (args) => (
    <div style={{ display: 'grid', gap: 32 }}>
      {[240, 360, 640, 1200].map((widthPx) => (
        <section key={widthPx}>
          <h2 style={{ fontSize: '1rem' }}>{widthPx} px</h2>
          <Cards {...args} states={EXAMPLES} widthPx={widthPx} />
        </section>
      ))}
    </div>
  ),
}

const atWidth = (widthPx: number): Story => ({
  name: `Width ${widthPx} px`,
  render: (args) => (
    <Cards
      {...args}
      states={[running.withSteps, completed.withAllResults, connectionStates.retrying]}
      widthPx={widthPx}
    />
  ),
})

/** The minimum supported width. */
export const Width240: Story = atWidth(240)

/** The width of a column. */
export const Width640: Story = atWidth(640)

/** The width of a page. */
export const Width1200: Story = atWidth(1200)

/** Cards keep their height in a grid that stretches its items, and fill it from the top if an app stretches them. */
export const Grid: Story = {
  render: (args) => (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(3, 340px)', gap: 24 }}>
      <JobStatusCard {...args} state={completed.withAllResults} />
      <JobStatusCard {...args} state={running.withSteps} />
      <JobStatusCard {...args} state={completed.withoutSummary} style={{ alignSelf: 'stretch' }} />
    </div>
  ),
}

/** Arabic cards in a right-to-left page. */
export const RightToLeft: Story = {
  name: 'Right to left',
  // Covered by the screenshots of the Arabic stories in Localization.
  parameters: { screenshot: false },
  globals: { direction: 'rtl', locale: 'ar' },
  render: (args) => <Cards {...args} states={[pending.queued, ...EXAMPLES]} widthPx={360} />,
}

/** The text size of the browser set to 200 %. */
export const LargeText: Story = {
  name: 'Large text',
  beforeEach() {
    const { style } = document.documentElement
    style.fontSize = '200%'
    return () => {
      style.fontSize = ''
    }
  },
  render: (args) => <Cards {...args} states={[...EXAMPLES, errorStates.notFound]} widthPx={360} />,
}

const ALL_STATES = [pending, running, connectionStates, completed, failedOrCanceled, errorStates].flatMap(
  (group) => Object.values<OptimizationJobState>(group),
)

function AllCards({ state: _state, ...props }: JobStatusCardProps) {
  return (
    <div style={{ columns: '3 340px', columnGap: 24, minInlineSize: 1068 }}>
      {ALL_STATES.map((state, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <div key={index} style={{ breakInside: 'avoid', paddingBlockEnd: 24 }}>
          <JobStatusCard {...props} state={state} />
        </div>
      ))}
    </div>
  )
}

/** All states side by side. */
export const AllStates: Story = {
  name: 'All states',
  // Each state has its own story with a screenshot.
  parameters: { screenshot: false },
  render: (args) => <AllCards {...args} />,
}
