import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'
import { buildJobState } from 'react-prompt-optimization/testing/react'
import { expect } from 'storybook/test'
import { completedJob, links } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'JobStatusCard/Markdown',
  component: JobStatusCard,
  argTypes: cardArgTypes,
  args: { links, components: { Summary: MarkdownSummary } },
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

const withSummary = (changes_summary: string) => ({
  state: buildJobState({ ...completedJob, changes_summary }),
})

/** A short summary rendered by `MarkdownSummary`. */
export const Short: Story = {
  args: withSummary(
    'Made the **refund policy** explicit.\n\n- Declines order lookups without an `email`\n- Shortened the tone section',
  ),
}

const LONG = `## Refunds

The 30-day rule and its *two exceptions* now come **before** the examples, as in the [policy](https://example.com/policy).

1. Orders from before 2024 are not covered by any label.
2. The prompt grew from 412 to 538 tokens.

> Never answer a complaint with a list.

### Output

The model returns \`answer\` and \`needs_human\`:

\`\`\`json
{ "answer": "Your refund is on its way, and arrives within five working days.", "needs_human": false }
\`\`\`

---

- Tone
  - Name the concern first
  - Keep sentences under 20 words
- Examples: two removed`

/** A summary with all Markdown elements, collapsed. */
export const Long: Story = { args: withSummary(LONG) }

/** A summary with all Markdown elements, expanded. */
export const LongExpanded: Story = {
  // Docs pages don't run play functions.
  name: 'Long, expanded',
  args: withSummary(LONG),
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Show more/ }))
    await expect(canvas.getByText('Examples: two removed')).toBeVisible()
  },
}

/** Raw HTML is rendered as text, images are removed, and script URLs are not linked. */
export const Malicious: Story = {
  args: withSummary(
    [
      '<img src=x onerror="document.title = 1"><script>alert(1)</script>',
      '[Click me](javascript:alert(1)) or [me](java&#10;script:alert(1)), <javascript:alert(1)>',
      '![Tracking pixel](https://tracker.example/pixel.png)',
      '<style>* { display: none }</style>',
    ].join('\n\n'),
  ),
  async play({ canvasElement }) {
    const summary = canvasElement.querySelector('.rpo-markdown')
    await expect(summary?.querySelectorAll('img, script, style, iframe')).toHaveLength(0)
    await expect(summary?.querySelectorAll('a[href]')).toHaveLength(0)
  },
}

/** Arabic text, whose direction is detected from its content. */
export const Arabic: Story = {
  args: withSummary(
    '### سياسة الاسترداد\n\nأصبحت **واضحة**.\n\n- نُقلت إلى ما قبل الأمثلة\n- أُضيفت قاعدة للرفض',
  ),
}
