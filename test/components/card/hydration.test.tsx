import { fireEvent, render, screen, within } from '@testing-library/react'
import type { ComponentType, ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { JobStatusCard, JobStatusCardProps, OptimizationJobState } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { advance, scriptedFetch } from '../../support/renderJobHook.js'
import { buildStep, COMPLETED, freezeTime, LINKS, minutesAgo, NOW } from './setUp.js'

freezeTime()

const LONG = 'Word '.repeat(200)

const running = buildJobState(
  {
    created_at: minutesAgo(3),
    data_sources_used: { human_labels_count: 1_234_567, customer_feedback_count: 0 },
  },
  { steps: [buildStep(1, 3, 1), buildStep(2, 1, null)], stalledSince: NOW - 60_000, lastUpdatedAt: NOW },
)
const completed = buildJobState({ ...COMPLETED, changes_summary: LONG })

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

/** Simulates a browser 5 s later, in the Tokyo time zone, with Arabic as its language. */
function simulateBrowser() {
  vi.setSystemTime(NOW + 5_000)
  vi.stubEnv('TZ', 'Asia/Tokyo')
  class ArabicByDefault extends Intl.NumberFormat {
    constructor(locale?: string, options?: Intl.NumberFormatOptions) {
      super(locale ?? 'ar-EG', options)
    }
  }
  vi.stubGlobal('Intl', Object.create(Intl, { NumberFormat: { value: ArabicByDefault } }))
}

const page = (
  { App, Card }: { App: ComponentType<{ children: ReactNode }>; Card: typeof JobStatusCard },
  state: OptimizationJobState,
  props: Partial<JobStatusCardProps>,
) => (
  <App>
    <Card state={state} links={LINKS} onCancel={() => {}} {...props} />
    <Card state={state} links={LINKS} onCancel={() => {}} {...props} />
  </App>
)

/** Fresh modules, as those of another process. */
async function importFresh() {
  vi.resetModules()
  const [{ createTestApp }, { JobStatusCard }] = await Promise.all([
    import('../../../src/testingReact.js'),
    import('../../../src/index.js'),
  ])
  return { App: createTestApp({ fetch: scriptedFetch({}) }).wrapper, Card: JobStatusCard }
}

/** Server-renders two cards, and hydrates them. */
async function hydrate(state: OptimizationJobState, props: Partial<JobStatusCardProps> = {}) {
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = renderToString(page(await importFresh(), state, props))
  simulateBrowser()
  const onError = vi.spyOn(console, 'error')
  const clientPage = page(await importFresh(), state, props)
  render(clientPage, { container, hydrate: true, onRecoverableError: onError })
  return { onError, container, card: within(screen.getAllByRole('article')[0] as HTMLElement) }
}

describe('JobStatusCard hydration', () => {
  it.each<[string, OptimizationJobState]>([
    ['loading', buildJobState(null)],
    ['running', running],
    ['offline', { ...running, connection: 'offline' }],
    ['completed', completed],
    ['failed', buildJobState({ status: 'failed', error_message: LONG })],
  ])('logs no mismatch in another time zone, language and time (%s)', async (_, state) => {
    const { onError } = await hydrate(state)
    await advance(3_000)
    expect(onError).not.toHaveBeenCalled()
  })

  it('renders times in the labels’ language and the browser’s time zone', async () => {
    const { card } = await hydrate(running)
    expect(card.getByText('Running for 3:05')).toBeVisible()
    expect(card.getByText('1,234,567')).toBeVisible()
    const time = card.getByText(/^Running for/)
    fireEvent.mouseEnter(time)
    expect(time).toHaveAttribute('title', expect.stringContaining('8:57:00 PM GMT+9'))
    await advance(2_000)
    expect(card.getByText('Running for 3:07')).toBeVisible()
  })

  it('uses the app’s locale on the server and in the browser', async () => {
    const { card, onError } = await hydrate(running, { locale: 'de' })
    expect(card.getByText('1.234.567')).toBeVisible()
    expect(onError).not.toHaveBeenCalled()
  })

  it('generates unique IDs that match the server’s', async () => {
    const { onError, container } = await hydrate(completed)
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id)
    expect(ids.length).toBe(14)
    expect(new Set(ids).size).toBe(ids.length)
    expect(screen.getAllByRole('article', { name: 'Job 3c90c3cc' })).toHaveLength(2)
    expect(onError).not.toHaveBeenCalled()
  })
})
