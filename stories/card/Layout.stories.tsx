import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard, type JobStatusCardProps, type OptimizationJobState } from 'react-prompt-optimization'
import { completed, ended, links, running, trouble, unavailable, waiting } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'Job card/Layout',
  component: JobStatusCard,
  argTypes: cardArgTypes,
  tags: ['!autodocs'],
  args: { links, state: running.withSteps },
  parameters: { cardWidth: null },
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

const EXAMPLES = [running.withSteps, completed.withEverything, ended.failed, trouble.retrying]

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

/** The same cards in 240, 360, 640 and 1,200 pixels. */
export const Widths: Story = {
  parameters: { picture: false },
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

const inWidth = (widthPx: number): Story => ({
  name: `In ${widthPx} pixels`,
  render: (args) => (
    <Cards
      {...args}
      states={[running.withSteps, completed.withEverything, trouble.retrying]}
      widthPx={widthPx}
    />
  ),
})

/** The narrowest place that the card is made for. */
export const In240Pixels: Story = inWidth(240)

/** As wide as a column. */
export const In640Pixels: Story = inWidth(640)

/** As wide as a page. */
export const In1200Pixels: Story = inWidth(1200)

/** Arabic, in a page that runs from right to left. */
export const RightToLeft: Story = {
  name: 'Right to left',
  // The Arabic cards of the languages have pictures.
  parameters: { picture: false },
  globals: { direction: 'rtl', locale: 'ar' },
  render: (args) => <Cards {...args} states={[waiting.queued, ...EXAMPLES]} widthPx={360} />,
}

/** The browser's text at twice its size, as people with low vision set it. */
export const TextAtTwiceTheSize: Story = {
  name: 'Text at twice the size',
  beforeEach() {
    const { style } = document.documentElement
    style.fontSize = '200%'
    return () => {
      style.fontSize = ''
    }
  },
  render: (args) => <Cards {...args} states={[...EXAMPLES, unavailable.notFound]} widthPx={360} />,
}

const EVERY_STATE = [waiting, running, trouble, completed, ended, unavailable].flatMap((group) =>
  Object.values<OptimizationJobState>(group),
)

function Wall({ state: _state, ...props }: JobStatusCardProps) {
  return (
    <div style={{ columns: '3 340px', columnGap: 24, minInlineSize: 1068 }}>
      {EVERY_STATE.map((state, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <div key={index} style={{ breakInside: 'avoid', paddingBlockEnd: 24 }}>
          <JobStatusCard {...props} state={state} />
        </div>
      ))}
    </div>
  )
}

/** Every state, side by side. Each has a picture of its own, in both themes. */
export const EveryState: Story = {
  name: 'Every state',
  parameters: { picture: false },
  render: (args) => <Wall {...args} />,
}
