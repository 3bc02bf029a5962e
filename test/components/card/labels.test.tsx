import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createOptimizationClient } from '../../../src/api.js'
import {
  type JobLabels,
  JobStatusCard,
  type JobStatusCardProps,
  OptimizationProvider,
  type OptimizationProviderProps,
} from '../../../src/index.js'
import { ar, de } from '../../../src/locales.js'
import { buildJobState, createTestApp } from '../../../src/testingReact.js'
import { advance, scriptedFetch } from '../../support/renderJobHook.js'
import { buildStep, freezeTime, minutesAgo, NOW } from './setUp.js'

freezeTime()

const client = createOptimizationClient({ baseUrl: '/api/v2' })
const { wrapper: App } = createTestApp({ fetch: scriptedFetch({}) })
const running = buildJobState(
  {
    created_at: minutesAgo(3),
    data_sources_used: { human_labels_count: 1, customer_feedback_count: 1_234_567 },
  },
  { steps: [buildStep(2, 1, null)], connection: 'offline', lastUpdatedAt: NOW - 8_000 },
)

/** A card whose words come from the provider, from itself, from both or from neither. */
function showWords(
  onProvider: Pick<OptimizationProviderProps, 'labels' | 'locale'>,
  onCard: Pick<JobStatusCardProps, 'labels' | 'locale'>,
) {
  const page = (state = running) => (
    <App>
      <OptimizationProvider client={client} {...onProvider}>
        <JobStatusCard state={state} {...onCard} />
      </OptimizationProvider>
    </App>
  )
  const { rerender } = render(page())
  return (state: typeof running) => rerender(page(state))
}
const title = () => screen.getByRole('heading', { level: 3 }).textContent

describe('words', () => {
  const provider: Partial<JobLabels> = { title: 'Provider’s', details: 'More' }
  const card: Partial<JobLabels> = { title: 'Card’s' }

  it.each<[string, Partial<JobLabels> | undefined, Partial<JobLabels> | undefined, string[]]>([
    ['are English', undefined, undefined, ['Prompt optimization', 'Details']],
    ['of the provider replace those', provider, undefined, ['Provider’s', 'More']],
    ['of the card replace those', undefined, card, ['Card’s', 'Details']],
    ['of the card win over the provider’s, one by one', provider, card, ['Card’s', 'More']],
  ])('%s', (_, onProvider, onCard, shown) => {
    showWords({ labels: onProvider, locale: 'en' }, { labels: onCard })
    expect([title(), screen.getByText(/^(Details|More)$/).textContent]).toEqual(shown)
    expect(screen.getByText('Optimizing prompt')).toBeVisible()
  })

  it('that are announced are replaced too', async () => {
    const showNow = showWords(
      { labels: { announceStatus: (_, status) => `Now: ${status}` } },
      { labels: card },
    )
    showNow(buildJobState({ status: 'failed' }))
    await advance()
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Now: Failed')
  })
})

describe('the locale', () => {
  it.each<[string, Pick<JobStatusCardProps, 'locale'>, Pick<JobStatusCardProps, 'locale'>]>([
    ['the provider', { locale: 'de' }, {}],
    ['the card', {}, { locale: 'de' }],
    ['the card rather than the provider', { locale: 'en' }, { locale: 'de' }],
  ])('of %s shapes figures, durations and dates', (_, onProvider, onCard) => {
    showWords(onProvider, onCard)
    expect(screen.getByText('1.234.567')).toBeVisible()
    expect(screen.getByText('Started 3 Min. ago').closest('time')).toHaveAttribute(
      'title',
      expect.stringContaining('Donnerstag, 1. Januar 2026'),
    )
  })

  it('makes a whole card German', () => {
    showWords({ labels: de, locale: 'de' }, {})
    expect(screen.getByText('Gestartet vor 3 Min.')).toBeVisible()
    expect(screen.getByText('Schritt 2 von 4')).toBeVisible()
    expect(screen.getByText('menschliches Label')).toBeVisible()
    expect(screen.getByText('Abgefragt vor 8 Sek.')).toBeVisible()
  })

  it('makes a whole card Arabic, in the digits of the region', () => {
    showWords({ labels: ar, locale: 'ar-EG' }, {})
    expect(screen.getByText('الخطوة ٢ من ٤')).toBeVisible()
    expect(screen.getByText('٣:٠٠')).toBeVisible()
    expect(screen.getByText('١٬٢٣٤٬٥٦٧')).toBeVisible()
    expect(screen.getByRole('progressbar')).toHaveAttribute(
      'aria-valuetext',
      'الخطوة ٢ من ٤: Optimizing prompt',
    )
  })
})

it('a word that is undefined leaves the one that was there', () => {
  showWords({}, { labels: { title: undefined, status: undefined } as never })
  expect(screen.getByRole('article', { name: 'Prompt optimization' })).toBeVisible()
})
