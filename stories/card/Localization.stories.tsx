import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { expect } from 'storybook/test'
import { completed, connectionStates, failedOrCanceled, links, running } from '../states.js'
import { cardArgTypes } from './argTypes.js'

const meta = {
  title: 'JobStatusCard/Localization',
  component: JobStatusCard,
  argTypes: cardArgTypes,
  args: { links },
} satisfies Meta<typeof JobStatusCard>
export default meta
type Story = StoryObj<typeof meta>

const german = { locale: 'de', direction: 'ltr' }
const arabic = { locale: 'ar', direction: 'rtl' }
const spanish = { locale: 'es', direction: 'ltr' }
const french = { locale: 'fr', direction: 'ltr' }
const portuguese = { locale: 'pt-BR', direction: 'ltr' }
const japanese = { locale: 'ja', direction: 'ltr' }
const chinese = { locale: 'zh', direction: 'ltr' }

/** A running job in German. */
export const German: Story = { globals: german, args: { state: running.withSteps } }

/** A completed job in German. */
export const GermanCompleted: Story = {
  name: 'German, completed',
  globals: german,
  args: { state: completed.withAllResults },
}

/** A connection error in German. */
export const GermanRetrying: Story = {
  name: 'German, retrying',
  globals: german,
  args: { state: connectionStates.retrying },
}

/** The cancel confirmation in German. */
export const GermanConfirming: Story = {
  // Docs pages don't run play functions.
  name: 'German, confirming',
  globals: german,
  args: { state: running.withSteps, onCancel: () => {} },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: /^Auftrag abbrechen/ }))
    await expect(canvas.getByText(/^Diesen Auftrag abbrechen/)).toBeVisible()
  },
}

/** A running job in Arabic, right to left, with expanded details. */
export const Arabic: Story = {
  globals: arabic,
  args: { state: running.withSteps },
  async play({ canvas, userEvent }) {
    const trigger = canvas.getByRole('button', { name: /^التفاصيل/ })
    await userEvent.click(trigger)
    await expect(trigger).toHaveAttribute('aria-expanded', 'true')
  },
}

/** A completed job in Arabic. */
export const ArabicCompleted: Story = {
  name: 'Arabic, completed',
  globals: arabic,
  args: { state: completed.withAllResults },
}

/** An unknown status in Arabic: the separator before it follows the direction of the card. */
export const ArabicUnknownStatus: Story = {
  name: 'Arabic, unknown status',
  globals: arabic,
  args: { state: running.unknownStatus },
  async play({ canvas }) {
    const status = canvas.getByText('warming_up')
    const text = document.createRange()
    text.selectNodeContents(status)
    // An element that contains a separator is wider than its text.
    await expect(status.getBoundingClientRect().width).toBeCloseTo(text.getBoundingClientRect().width)
  },
}

/** A failed job in Arabic. */
export const ArabicFailed: Story = {
  name: 'Arabic, failed',
  globals: arabic,
  args: { state: failedOrCanceled.failed },
}

/** A connection error in Arabic. */
export const ArabicRetrying: Story = {
  name: 'Arabic, retrying',
  globals: arabic,
  args: { state: connectionStates.retrying },
}

/** A running job in Spanish. */
export const Spanish: Story = { globals: spanish, args: { state: running.withSteps } }

/** A completed job in Spanish. */
export const SpanishCompleted: Story = {
  name: 'Spanish, completed',
  globals: spanish,
  args: { state: completed.withAllResults },
}

/** A running job in French. */
export const French: Story = { globals: french, args: { state: running.withSteps } }

/** A completed job in French. */
export const FrenchCompleted: Story = {
  name: 'French, completed',
  globals: french,
  args: { state: completed.withAllResults },
}

/** A running job in Brazilian Portuguese. */
export const Portuguese: Story = {
  name: 'Brazilian Portuguese',
  globals: portuguese,
  args: { state: running.withSteps },
}

/** A completed job in Brazilian Portuguese. */
export const PortugueseCompleted: Story = {
  name: 'Brazilian Portuguese, completed',
  globals: portuguese,
  args: { state: completed.withAllResults },
}

/** A running job in Japanese. */
export const Japanese: Story = { globals: japanese, args: { state: running.withSteps } }

/** A completed job in Japanese. */
export const JapaneseCompleted: Story = {
  name: 'Japanese, completed',
  globals: japanese,
  args: { state: completed.withAllResults },
}

/** A running job in Chinese. */
export const Chinese: Story = { globals: chinese, args: { state: running.withSteps } }

/** A completed job in Chinese. */
export const ChineseCompleted: Story = {
  name: 'Chinese, completed',
  globals: chinese,
  args: { state: completed.withAllResults },
}
