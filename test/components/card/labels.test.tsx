import { fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createOptimizationClient } from '../../../src/api.js'
import {
  type JobLabels,
  JobStatus,
  JobStatusCard,
  type JobStatusCardProps,
  type OptimizationJobState,
  OptimizationProvider,
  type OptimizationProviderProps,
} from '../../../src/index.js'
import { ar } from '../../../src/locales/ar.js'
import { de } from '../../../src/locales/de.js'
import { es } from '../../../src/locales/es.js'
import { fr } from '../../../src/locales/fr.js'
import { ja } from '../../../src/locales/ja.js'
import { ptBR } from '../../../src/locales/pt-BR.js'
import { zh } from '../../../src/locales/zh.js'
import { buildJobState, createTestApp } from '../../../src/testingReact.js'
import { advance, scriptedFetch } from '../../support/renderJobHook.js'
import { buildStep, COMPLETED, freezeTime, LINKS, minutesAgo, NOW } from './setUp.js'

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

function renderLabels(
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

describe('JobStatusCard labels', () => {
  const provider: Partial<JobLabels> = { defaultJobTitle: () => 'Provider’s', details: 'More' }
  const card: Partial<JobLabels> = { defaultJobTitle: () => 'Card’s' }

  it.each<[string, Partial<JobLabels> | undefined, Partial<JobLabels> | undefined, string[]]>([
    ['default to English', undefined, undefined, ['Job 3c90c3cc', 'Details']],
    ['come from the provider', provider, undefined, ['Provider’s', 'More']],
    ['come from the card', undefined, card, ['Card’s', 'Details']],
    ['merge per key, card over provider', provider, card, ['Card’s', 'More']],
  ])('%s', (_, onProvider, onCard, shown) => {
    renderLabels({ labels: onProvider, locale: 'en' }, { labels: onCard })
    expect([title(), screen.getByText(/^(Details|More)$/).textContent]).toEqual(shown)
    expect(screen.getByText('Optimizing prompt')).toBeVisible()
  })

  it('also replace announcements', async () => {
    const update = renderLabels(
      { labels: { announceStatus: (_, status) => `Now: ${status}` } },
      { labels: card },
    )
    update(buildJobState({ status: 'failed' }))
    await advance()
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Now: Failed')
  })
})

describe('JobStatusCard dir', () => {
  it.each<[string, JobStatusCardProps['labels'], string | null]>([
    ['that of the page with the default labels', undefined, null],
    ['that of the page with labels without a direction', { title: 'משימה' }, null],
    ['rtl with Arabic labels', ar, 'rtl'],
    ['ltr with German labels', de, 'ltr'],
  ])('is %s', (_, labels, dir) => {
    renderLabels({ labels }, {})
    expect(screen.getByRole('article').getAttribute('dir')).toBe(dir)
  })
})

describe('JobStatusCard locale', () => {
  it.each<[string, Pick<JobStatusCardProps, 'locale'>, Pick<JobStatusCardProps, 'locale'>]>([
    ['the provider', { locale: 'de' }, {}],
    ['the card', {}, { locale: 'de' }],
    ['the card over the provider', { locale: 'en' }, { locale: 'de' }],
  ])('from %s formats numbers and dates, but keeps the words of the labels', (_, onProvider, onCard) => {
    renderLabels(onProvider, onCard)
    expect(screen.getByText('1.234.567')).toBeVisible()
    const time = screen.getByText('Running for 2:52')
    fireEvent.mouseEnter(time)
    expect(time).toHaveAttribute('title', expect.stringContaining('Donnerstag, 1. Januar 2026'))
  })

  it('comes with the German labels, which translate the whole card', () => {
    renderLabels({ labels: de }, {})
    expect(screen.getByText('Läuft seit 2:52')).toBeVisible()
    expect(screen.getByText('Schritt 2 von 4')).toBeVisible()
    expect(screen.getByText('menschliches Label')).toBeVisible()
    expect(screen.getByText('Aktualisiert vor 8 Sek.')).toBeVisible()
  })

  it.each<[JobLabels, string[]]>([
    [es, ['En curso desde hace 2:52', 'Paso 2 de 4', 'comentarios de clientes', 'Actualizado hace 8 s']],
    [fr, ['En cours depuis 2:52', 'Étape 2 sur 4', 'avis clients', 'Mise à jour il y a 8 s']],
    [ptBR, ['Em execução há 2:52', 'Etapa 2 de 4', 'feedbacks de clientes', 'Última atualização há 8 s']],
    [ja, ['経過時間：2:52', 'ステップ 2/4', '件の顧客フィードバック', '最終更新：8秒前']],
    [zh, ['已运行 2:52', '第2步，共4步', '条客户反馈', '8秒前更新']],
  ])('comes with the labels in $locale', (labels, shown) => {
    renderLabels({ labels }, {})
    for (const text of shown) expect(screen.getByText(text)).toBeVisible()
  })

  it('ar-EG over that of the Arabic labels uses Eastern Arabic digits', () => {
    renderLabels({ labels: ar, locale: 'ar-EG' }, {})
    expect(screen.getByText('الخطوة ٢ من ٤')).toBeVisible()
    expect(screen.getByText('قيد التنفيذ منذ ٢:٥٢')).toBeVisible()
    expect(screen.getByText('١٬٢٣٤٬٥٦٧')).toBeVisible()
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', 'الخطوة ٢ من ٤')
  })
})

it('JobStatusCard ignores labels that are undefined', () => {
  renderLabels({}, { labels: { defaultJobTitle: undefined, status: undefined } as never })
  expect(screen.getByRole('article', { name: 'Job 3c90c3cc' })).toBeVisible()
})

describe('JobStatusCard title', () => {
  it.each<[string, OptimizationJobState, Partial<JobStatusCardProps>, string]>([
    ['that of the labels before there is a job', buildJobState(null), {}, 'Prompt optimization'],
    ['the app’s own label before there is a job', buildJobState(null), { labels: { title: 'Mine' } }, 'Mine'],
    ['the start of the job’s ID', running, {}, 'Job 3c90c3cc'],
    [
      'the start of the job’s ID, whatever the title label',
      running,
      { labels: { title: 'Mine' } },
      'Job 3c90c3cc',
    ],
    ['German', running, { labels: de }, 'Auftrag 3c90c3cc'],
    ['the app’s', running, { title: 'Support answers' }, 'Support answers'],
    ['the app’s before there is a job', buildJobState(null), { title: 'Support answers' }, 'Support answers'],
  ])('is %s', (_, state, props, expected) => {
    render(<JobStatusCard state={state} locale="en" {...props} />)
    expect(title()).toBe(expected)
    expect(screen.getByRole('article', { name: expected })).not.toHaveAttribute('title')
  })

  it('of JobStatus.Root works alike', () => {
    render(
      <JobStatus.Root state={running} title="Support answers">
        <JobStatus.Header />
      </JobStatus.Root>,
    )
    expect(screen.getByRole('article', { name: 'Support answers' })).toContainElement(
      screen.getByRole('heading', { name: 'Support answers' }),
    )
  })

  it('starts announcements', async () => {
    const page = (state: OptimizationJobState) => (
      <App>
        <JobStatusCard state={state} title="Support answers" />
      </App>
    )
    const { rerender } = render(page(running))
    rerender(page(buildJobState({ status: 'failed' })))
    await advance()
    expect(screen.getByText('Support answers: Failed')).toBeInTheDocument()
  })

  it('ends the names of the controls', () => {
    const { rerender } = render(
      <JobStatusCard state={buildJobState(COMPLETED)} title="Support answers" links={LINKS} />,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Details Support answers' }))
    const links = ['Comparison Support answers', 'Test run Support answers', 'New version Support answers']
    for (const [index, link] of screen.getAllByRole('link').entries())
      expect(link).toHaveAccessibleName(links[index] as string)
    const copy = screen.getAllByRole('button', { name: /^Copy/ })
    expect(copy.length).toBe(4)
    for (const button of copy) expect(button).toHaveAccessibleName(/^Copy .* ID, Support answers$/)
    rerender(<JobStatusCard state={{ ...running, connection: 'retrying' }} title="Support answers" />)
    expect(screen.getByRole('button', { name: 'Retry now Support answers' })).toBeVisible()
  })
})
