import type { Meta, StoryObj } from '@storybook/react-vite'
import { JobStatusCard } from 'react-prompt-optimization'
import { MarkdownSummary } from 'react-prompt-optimization/markdown'
import { buildJobState } from 'react-prompt-optimization/testing/react'
import { ago, NOW_MS } from '../clock.js'
import { labelsByLocale } from '../labelsByLocale.js'
import { completedJob, links } from '../states.js'

interface PlaygroundProps {
  /** The raw status of the service; any string is valid. */
  status: string
  step: number
  totalSteps: number
  stepName: string
  humanLabels: number
  customerFeedback: number
  summary: string
  summaryIsMarkdown: boolean
  errorMessage: string
  connection: 'live' | 'offline' | 'paused'
  canCancel: boolean
  title: string
  locale: string
  widthPx: number
}

const TERMINAL_STATUSES = ['completed', 'failed', 'cancelled']

function Playground(props: PlaygroundProps) {
  const { status, step, totalSteps, stepName, humanLabels, customerFeedback, connection, title, locale } =
    props
  const isTerminal = TERMINAL_STATUSES.includes(status)
  const state = buildJobState(
    {
      ...(status === 'completed' && completedJob),
      status,
      created_at: ago({ minutes: 7, seconds: 3 }),
      completed_at: isTerminal ? ago({ minutes: 1 }) : null,
      progress: stepName ? { step, total_steps: totalSteps, step_name: stepName } : null,
      data_sources_used: { human_labels_count: humanLabels, customer_feedback_count: customerFeedback },
      changes_summary: status === 'completed' ? props.summary : null,
      error_message: status === 'failed' ? props.errorMessage : null,
    },
    { connection: isTerminal ? 'live' : connection, lastUpdatedAt: NOW_MS - 90_000 },
  )
  return (
    <div style={{ inlineSize: props.widthPx, maxInlineSize: '100%' }}>
      <JobStatusCard
        state={state}
        links={links}
        locale={locale}
        title={title || undefined}
        labels={labelsByLocale[locale]}
        {...(props.summaryIsMarkdown && { components: { Summary: MarkdownSummary } })}
        {...(props.canCancel && { onCancel: () => {} })}
      />
    </div>
  )
}

const meta = {
  title: 'JobStatusCard/Playground',
  component: Playground,
  parameters: { cardWidth: null, controls: { disable: false } },
  args: {
    status: 'running',
    step: 2,
    totalSteps: 4,
    stepName: 'Optimizing prompt',
    humanLabels: 123,
    customerFeedback: 45,
    summary:
      'Made the **refund policy** explicit.\n\n- Added a rule for missing emails\n- Shortened the tone section',
    summaryIsMarkdown: true,
    errorMessage: 'The dataset has no example with a label of "tone".',
    connection: 'live',
    canCancel: true,
    title: '',
    locale: 'en',
    widthPx: 360,
  },
  argTypes: {
    status: {
      control: 'select',
      options: ['pending', 'running', 'cancelling', 'warming_up', ...TERMINAL_STATUSES],
    },
    connection: { control: 'inline-radio', options: ['live', 'offline', 'paused'] },
    locale: { control: 'select', options: ['en', 'de', 'ar', 'es', 'fr', 'ja', 'pt-BR', 'zh', 'hi'] },
    widthPx: { control: { type: 'range', min: 240, max: 1200, step: 20 } },
  },
} satisfies Meta<typeof Playground>
export default meta

/** Controls for the response of the service and the props of the card. */
export const Default: StoryObj<typeof meta> = { name: 'Playground' }
