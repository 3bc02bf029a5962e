import type { Meta, StoryObj } from '@storybook/react-vite'
import { PromptDiff } from 'react-prompt-optimization/diff'
import { expect, fn } from 'storybook/test'
import { NOW_MS } from '../clock.js'
import { buildMessage, buildVersion, supportReply } from './versions.js'

const meta = {
  title: 'PromptDiff',
  component: PromptDiff,
  args: supportReply,
  parameters: { cardWidth: 640 },
} satisfies Meta<typeof PromptDiff>
export default meta
type Story = StoryObj<typeof meta>

const getTexts = (element: HTMLElement, selector: string) =>
  [...element.querySelectorAll(selector)].map(({ textContent }) => textContent)

/** Nothing is wider than the component. */
async function expectNoOverflow(canvasElement: HTMLElement): Promise<void> {
  const diff = canvasElement.querySelector('.rpo-diff')
  await expect(diff?.scrollWidth).toBe(diff?.clientWidth)
}

/** What a job has changed: settings, variables, lines and words. Unchanged lines are collapsed. */
export const Default: Story = {
  async play({ canvas, canvasElement }) {
    await expect(getTexts(canvasElement, 'del.rpo-line-text')).toContain(
      'Refunds are possible in some cases.',
    )
    await expect(canvas.queryByText(/Today is/)).toBeNull()
    await expect(canvas.queryByRole('button', { name: 'Side by side' })).toBeNull()
  },
}

/** Both versions side by side, for which there is room from 46 em. */
export const SideBySide: Story = {
  name: 'Side by side',
  parameters: { cardWidth: 1000 },
  async play({ canvas, canvasElement, userEvent }) {
    const button = canvas.getByRole('button', { name: 'Side by side' })
    await userEvent.click(button)
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    const [before, after] = canvasElement.querySelectorAll('.rpo-line-pair:has(del) .rpo-line')
    await expect(before?.getBoundingClientRect().top).toBe(after?.getBoundingClientRect().top)
  },
}

/** Side by side is chosen, but there is no room for it. */
export const SideBySideWithoutRoom: Story = {
  name: 'Side by side, without room',
  args: { defaultView: 'split' },
  async play({ canvas }) {
    await expect(canvas.getAllByText('Be friendly, but do not use emojis.')[1]).not.toBeVisible()
  },
}

/** The minimum supported width. */
export const Narrow: Story = {
  // With the schema, it would be too high for a screenshot.
  args: { optimized: { ...supportReply.optimized, outputSchema: null } },
  parameters: { cardWidth: 240 },
  async play({ canvasElement }) {
    await expectNoOverflow(canvasElement)
  },
}

/** Unchanged lines, shown. */
export const UnchangedLines: Story = {
  name: 'Unchanged lines',
  async play({ canvas, userEvent }) {
    const [first] = canvas.getAllByRole('button', { name: /^Show \d+ unchanged lines$/ })
    if (first) await userEvent.click(first)
    await expect(canvas.getByText(/Today is/)).toBeVisible()
    await expect(canvas.getByRole('button', { name: /^Hide \d+ unchanged lines$/ })).toHaveFocus()
  },
}

/** Nothing differs. */
export const Identical: Story = {
  args: { optimized: supportReply.original },
  async play({ canvas }) {
    await expect(canvas.getByText('The prompt is unchanged.')).toBeVisible()
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

const example = buildMessage('user', 'Where is my parcel?')
const receipt = buildMessage('user', 'This is the receipt.', 'receipt.png', 'invoice.pdf')
const tone = buildMessage('system', 'Be polite at all times.')
const messages = {
  original: buildVersion([
    tone,
    example,
    receipt,
    buildMessage('developer', 'Reply in English.'),
    buildMessage('user', '{{question}}', 'photo'),
  ]),
  optimized: buildVersion([
    buildMessage('system', 'Be brief at all times.'),
    receipt,
    { kind: 'history' },
    example,
    buildMessage('user', '{{question}}', 'photo', 'transcript'),
    buildMessage('assistant', 'Dear {{customer_name}},'),
    { kind: 'other', name: 'cache_breakpoint' },
  ]),
}

/** Messages that are added, removed, moved and changed, with media and the place of the conversation. */
export const Messages: Story = {
  args: messages,
  async play({ canvas, canvasElement }) {
    await expect(getTexts(canvasElement, '.rpo-line-block-header > .rpo-note')).toEqual(
      expect.arrayContaining(['changed', 'unchanged', 'added', 'moved', 'removed']),
    )
    await expect(canvas.getByText('Conversation so far')).toBeVisible()
  },
}

/** The same messages at the minimum supported width. */
export const MessagesNarrow: Story = {
  name: 'Messages, narrow',
  args: messages,
  parameters: { cardWidth: 240 },
  async play({ canvasElement }) {
    await expectNoOverflow(canvasElement)
  },
}

/** A variable that the new version no longer uses stops being filled in. */
export const Variables: Story = {
  args: {
    original: buildVersion(
      'You are a support agent for {{company_name}}.\nAnswer in {{language}}.\nSign with {{agent_name}}.',
    ),
    optimized: buildVersion(
      'You are a support agent for {{company_name}}.\nAnswer in {{customer.language}}, in the tone of {{#brand}}{{voice}}{{/brand}}.',
    ),
  },
  async play({ canvasElement }) {
    await expect(getTexts(canvasElement, '.rpo-variables')).toEqual([
      'Removed variables: {{language}}{{agent_name}}',
      'New variables: {{customer.language}}{{brand}}{{voice}}',
    ])
  },
}

const text = 'Reply with JSON.'
const settings = {
  original: buildVersion(text, {
    parameters: { temperature: 0.7, top_p: 1, seed: 7, stop: 'END' },
    toolSchema: [{ name: 'find_order', parameters: { type: 'object', required: ['order_id'] } }],
    outputSchema: { type: 'object', properties: { answer: { type: 'string' } } },
  }),
  optimized: buildVersion(text, {
    provider: 'anthropic',
    model: 'claude-sonnet-4-5-20250929',
    parameters: { temperature: 0.4, top_p: 1, max_tokens: 500, stop: 'END OF THE REPLY' },
    outputSchema: {
      type: 'object',
      properties: { answer: { type: 'string' }, needs_human: { type: 'boolean' } },
      required: ['answer', 'needs_human'],
    },
  }),
}

/** The model, its parameters and schemas. The message is unchanged. */
export const Settings: Story = {
  args: settings,
  async play({ canvas, canvasElement }) {
    await expect(getTexts(canvasElement, '.rpo-settings > div')).toContain('Temperature0.7 → 0.4')
    await expect(canvas.getByText('Output schema')).toBeVisible()
  },
}

/** The same settings at the minimum supported width. */
export const SettingsNarrow: Story = {
  name: 'Settings, narrow',
  args: settings,
  parameters: { cardWidth: 240 },
  async play({ canvasElement }) {
    await expectNoOverflow(canvasElement)
  },
}

// The browser that takes the screenshots has no Japanese and no Thai font.
const withoutFont = { screenshot: false }

/** Words are found where no spaces separate them. */
export const Japanese: Story = {
  parameters: withoutFont,
  args: {
    original: buildVersion('返金は場合によって可能です。\nお客様の言語で答えてください。'),
    optimized: buildVersion('返金は購入から三十日以内に可能です。\nお客様の言語で答えてください。'),
  },
  async play({ canvasElement }) {
    // Where words end depends on the browser.
    const changed = getTexts(canvasElement, 'ins .rpo-word').join('')
    await expect(changed).toContain('三十日以内')
    await expect(changed).not.toContain('返金')
  },
}

/** Thai has spaces only between sentences. */
export const Thai: Story = {
  parameters: withoutFont,
  args: {
    original: buildVersion('ตอบลูกค้าอย่างสุภาพเสมอ\nใช้ภาษาของลูกค้า'),
    optimized: buildVersion('ตอบลูกค้าอย่างกระชับเสมอ\nใช้ภาษาของลูกค้า'),
  },
  async play({ canvasElement }) {
    const changed = getTexts(canvasElement, 'ins .rpo-word').join('')
    await expect(changed).toContain('กระชับ')
    await expect(changed).not.toContain('ตอบ')
  },
}

const arabic = { locale: 'ar', direction: 'rtl' }

/** An Arabic prompt, right to left. */
export const Arabic: Story = {
  globals: arabic,
  args: {
    original: buildVersion(
      'أنت موظف دعم في {{company_name}}.\nكن مهذبًا في جميع الأوقات.\nأجب بلغة العميل.\nلا تعد بموعد للتوصيل.\nلا تطلب كلمة المرور.\nلا تستخدم الرموز التعبيرية.\nوقّع باسم {{agent_name}}.',
      { parameters: { temperature: 0.7 } },
    ),
    optimized: buildVersion(
      'أنت موظف دعم في {{company_name}}.\nكن موجزًا في جميع الأوقات.\nأجب بلغة العميل.\nلا تعد بموعد للتوصيل.\nلا تطلب كلمة المرور.\nلا تستخدم الرموز التعبيرية.\nأجب بصيغة JSON.',
      { parameters: { temperature: 0.4, max_tokens: 500 } },
    ),
  },
  async play({ canvasElement }) {
    const before = canvasElement.querySelector('del.rpo-line-text')?.getBoundingClientRect()
    const block = canvasElement.querySelector('.rpo-line-block')?.getBoundingClientRect()
    // The sign stands on the right.
    await expect((block?.right ?? 0) - (before?.right ?? 0)).toBeGreaterThan(20)
    await expect(getTexts(canvasElement, 'ins .rpo-word')).toEqual(['موجزًا'])
  },
}

/** An English prompt in an Arabic interface keeps its direction. */
export const ArabicInterface: Story = {
  name: 'Arabic interface, English prompt',
  globals: arabic,
  parameters: { cardWidth: 1000 },
  args: { defaultView: 'split' },
  async play({ canvasElement }) {
    const line = canvasElement.querySelector('.rpo-line')
    await expect(line && getComputedStyle(line).direction).toBe('ltr')
  },
}

/** The labels in German. */
export const German: Story = {
  globals: { locale: 'de', direction: 'ltr' },
  async play({ canvas }) {
    await expect(canvas.getByText('Änderungen am Prompt')).toBeVisible()
  },
}

const numbered = (count: number, sentence: string) =>
  Array.from({ length: count }, (_, index) => `${index + 1}. ${sentence}`).join('\n')

/** A text that takes too long to compare: before, and then after. */
export const TooLarge: Story = {
  name: 'Too large to compare',
  args: {
    original: buildVersion(numbered(8, 'Be polite at all times.')),
    optimized: buildVersion(numbered(9, 'Be brief at all times.')),
  },
  beforeEach() {
    // Each reading of the clock takes a second, so that the comparison exceeds its time in every run.
    let nowMs = NOW_MS
    Date.now = () => {
      nowMs += 1_000
      return nowMs
    }
  },
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByText(/^This message is too large/)).toBeVisible()
    await expect(getTexts(canvasElement, 'del')).toHaveLength(8)
    await expect(canvasElement.querySelector('.rpo-word')).toBeNull()
  },
}

/** Markup, controls of the direction and words without an end are text. */
export const HostileHtml: Story = {
  name: 'Hostile HTML',
  args: {
    original: buildVersion(
      'Reply.\n<img src="x" onerror="document.title = 1">\n</ins></div><style>* { display: none }</style>',
    ),
    optimized: buildVersion(
      [
        buildMessage(
          'system',
          `Reply.\n<script>alert(1)</script> {{<b>x</b>}} {{{html}}}\n[Click me](javascript:alert(1))\n\u202Eevil\u202C\n${'x'.repeat(400)}`,
          '<svg onload="alert(1)">',
        ),
        buildMessage('<b>system</b>', ''),
      ],
      { model: '<script>alert(2)</script>', parameters: { '<i>key</i>': `<u>${'y'.repeat(120)}</u>` } },
    ),
  },
  async play({ canvasElement }) {
    await expect(
      canvasElement.querySelectorAll('img, script, style, b, i, u, a, .rpo-line-block svg'),
    ).toHaveLength(0)
    await expectNoOverflow(canvasElement)
  },
}

/** The button confirms that the new prompt was copied, with the lines that are collapsed. */
export const Copied: Story = {
  beforeEach() {
    const writeText = fn(async () => {})
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } })
    return () => {
      Reflect.deleteProperty(navigator, 'clipboard')
    }
  },
  args: {
    original: buildVersion('Be polite.\nReply in English.'),
    optimized: buildVersion('Be brief.\nReply in English.'),
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Copy new prompt' }))
    await expect(await canvas.findByRole('button', { name: 'Copied' })).toBeVisible()
    await expect(navigator.clipboard.writeText).toHaveBeenCalledWith('Be brief.\nReply in English.')
  },
}
