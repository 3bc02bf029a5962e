import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { expect } from 'storybook/test'
import { buildState, completedJob, links } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'JobStatusCard/Content',
  component: JobStatusCard,
  argTypes: cardArgTypes,
  args: { links },
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

const HUGE_SUMMARY = Array.from(
  { length: 60 },
  (_, index) =>
    `${index + 1}. Rewrote the paragraph on refunds, so that the 30-day rule and its exceptions come before the examples.`,
).join('\n')

/** A summary of 60 paragraphs, collapsed. */
export const HugeSummary: Story = {
  name: 'Huge summary',
  args: { state: buildState({ ...completedJob, changes_summary: HUGE_SUMMARY }) },
}

/** A summary of 60 paragraphs, expanded. */
export const HugeSummaryExpanded: Story = {
  // Docs pages don't run play functions.
  ...HugeSummary,
  name: 'Huge summary, expanded',
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Show more/ }))
    await expect(canvas.getByRole('button', { expanded: true })).toBeVisible()
  },
}

/** Markup in a summary is rendered as text. */
export const MaliciousSummary: Story = {
  name: 'Malicious summary',
  args: {
    state: buildState({
      ...completedJob,
      changes_summary:
        '<img src="x" onerror="document.title = 1"><script>alert(1)</script>\n[Click me](javascript:alert(1))\n<style>* { display: none }</style>',
    }),
  },
  async play({ canvasElement }) {
    await expect(canvasElement.querySelectorAll('img, script, style')).toHaveLength(0)
  },
}

/** Right-to-left text, emoji and Japanese in a left-to-right card. */
export const ArabicAndEmoji: Story = {
  name: 'Arabic and emoji',
  args: {
    state: buildState({
      ...completedJob,
      changes_summary:
        'أصبحت سياسة الاسترداد واضحة، وانتقلت إلى ما قبل الأمثلة.\n\n🎯 Clearer goal · 👩‍🔬 more examples · 返金ポリシーを明確化',
    }),
  },
}

const withCounts = (humanLabelsCount: number, customerFeedbackCount: number) =>
  buildState({
    data_sources_used: {
      human_labels_count: humanLabelsCount,
      customer_feedback_count: customerFeedbackCount,
    },
  })

/** No labels and no feedback. */
export const ZeroCounts: Story = { name: 'Zero counts', args: { state: withCounts(0, 0) } }

/** One label and one feedback item. */
export const SingularCounts: Story = { name: 'Singular counts', args: { state: withCounts(1, 1) } }

/** More than a million labels and feedback items. */
export const LargeCounts: Story = {
  name: 'Large counts',
  args: { state: withCounts(1_234_567, 1_234_567) },
}

/** The service returned no counts, as opposed to zero counts. */
export const UnknownCounts: Story = {
  name: 'Unknown counts',
  args: { state: buildState({ data_sources_used: null }) },
}
