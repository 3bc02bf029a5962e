import { render, screen, within } from '@testing-library/react'
import type { ComponentType, ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { JobStatusCard, type JobStatusCardProps, type OptimizationJobState } from '../../../src/index.js'
import { buildJobState, createTestApp } from '../../../src/testingReact.js'
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

/** From here on, the machine is five seconds later, in Tokyo, and set to Arabic. */
function moveToBrowser() {
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

/** A page of two cards as another process has sent it, taken over by React in the browser. Gives what React complains of. */
async function hydrate(state: OptimizationJobState, props: Partial<JobStatusCardProps> = {}) {
  vi.resetModules()
  const [server, { JobStatusCard: Card }] = await Promise.all([
    import('../../../src/testingReact.js'),
    import('../../../src/index.js'),
  ])
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = renderToString(
    page({ App: server.createTestApp({ fetch: scriptedFetch({}) }).wrapper, Card }, state, props),
  )
  moveToBrowser()
  const report = vi.spyOn(console, 'error')
  const inBrowser = page(
    { App: createTestApp({ fetch: scriptedFetch({}) }).wrapper, Card: JobStatusCard },
    state,
    props,
  )
  render(inBrowser, { container, hydrate: true, onRecoverableError: report })
  return { report, container, card: within(screen.getAllByRole('article')[0] as HTMLElement) }
}

describe('a card from the server', () => {
  it.each<[string, OptimizationJobState]>([
    ['loading', buildJobState(null)],
    ['running', running],
    ['offline', { ...running, connection: 'offline' }],
    ['completed', completed],
    ['failed', buildJobState({ status: 'failed', error_message: LONG })],
  ])('hydrates in another place, language and time without complaint (%s)', async (_, state) => {
    const { report } = await hydrate(state)
    await advance(3_000)
    expect(report).not.toHaveBeenCalled()
  })

  it('tells the time once it is hydrated, in the language and the time zone of the browser', async () => {
    const { card } = await hydrate(running)
    expect(card.getByText('٣:٠٥')).toBeVisible()
    expect(card.getByText('١٬٢٣٤٬٥٦٧')).toBeVisible()
    const time = card.getByText(/^Started/).closest('time')
    expect(time).toHaveAttribute('title', expect.stringContaining('8:57:00 PM GMT+9'))
    await advance(2_000)
    expect(card.getByText('٣:٠٧')).toBeVisible()
  })

  it('speaks the language that the app has set, on both sides', async () => {
    const { card, report } = await hydrate(running, { locale: 'de' })
    expect(card.getByText('1.234.567')).toBeVisible()
    expect(report).not.toHaveBeenCalled()
  })

  it('has ids of its own, the same on both sides', async () => {
    const { report, container } = await hydrate(completed)
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
    expect(screen.getAllByRole('article', { name: 'Prompt optimization' })).toHaveLength(2)
    expect(report).not.toHaveBeenCalled()
  })
})
