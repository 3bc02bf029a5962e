import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { buildJobState } from 'react-prompt-optimization/testing/react'
import { expect } from 'storybook/test'
import { completedJob, links } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'Job card/Content',
  component: JobStatusCard,
  argTypes: cardArgTypes,
  args: { links },
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

const HUGE_SUMMARY = Array.from(
  { length: 60 },
  (_, index) =>
    `${index + 1}. Rewrote the paragraph on refunds, so that the 30-day rule and its exceptions stand before the examples.`,
).join('\n')

/** Sixty paragraphs, folded until somebody asks for more. */
export const HugeSummary: Story = {
  name: 'Huge summary',
  args: { state: buildJobState({ ...completedJob, changes_summary: HUGE_SUMMARY }) },
}

/** The same, unfolded. */
export const HugeSummaryUnfolded: Story = {
  // Its docs page would show it as it is before anything is pressed.
  tags: ['!autodocs'],
  ...HugeSummary,
  name: 'Huge summary unfolded',
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { expanded: false }))
    await expect(canvas.getByRole('button', { expanded: true })).toBeVisible()
  },
}

/** Markup in a summary is text: it is shown, and never run. */
export const HostileSummary: Story = {
  name: 'Hostile summary',
  args: {
    state: buildJobState({
      ...completedJob,
      changes_summary:
        '<img src="x" onerror="document.title = 1"><script>alert(1)</script>\n[Click me](javascript:alert(1))\n<style>* { display: none }</style>',
    }),
  },
  async play({ canvasElement }) {
    await expect(canvasElement.querySelectorAll('img, script, style')).toHaveLength(0)
  },
}

/** Text that runs from right to left in a card that runs from left to right, and signs beyond the Latin script. */
export const ArabicAndEmoji: Story = {
  name: 'Arabic and emoji',
  args: {
    state: buildJobState({
      ...completedJob,
      changes_summary:
        'أصبحت سياسة الاسترداد واضحة، وانتقلت إلى ما قبل الأمثلة.\n\n🎯 Clearer goal · 👩‍🔬 more examples · 返金ポリシーを明確化',
    }),
  },
}

const withCounts = (humanLabelsCount: number, customerFeedbackCount: number) =>
  buildJobState({
    data_sources_used: {
      human_labels_count: humanLabelsCount,
      customer_feedback_count: customerFeedbackCount,
    },
  })

/** Nothing to learn from. */
export const CountsOfZero: Story = { name: 'Counts of zero', args: { state: withCounts(0, 0) } }

/** One of each. */
export const CountsOfOne: Story = { name: 'Counts of one', args: { state: withCounts(1, 1) } }

/** More than a million of each. */
export const CountsOfAMillion: Story = {
  name: 'Counts of a million',
  args: { state: withCounts(1_234_567, 1_234_567) },
}

/** The service has not said how much there is, which is not the same as nothing. */
export const CountsUnknown: Story = {
  name: 'Counts unknown',
  args: { state: buildJobState({ data_sources_used: null }) },
}
