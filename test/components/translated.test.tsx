import { onlineManager } from '@tanstack/react-query'
import { act, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest'
import { OptimizationError } from '../../src/api.js'
import { JobStatusCard, StartJobForm } from '../../src/index.js'
import { MarkdownSummary } from '../../src/markdown.js'
import { buildJobState } from '../../src/testingReact.js'
import { advance, PROJECT_ID } from '../support/renderJobHook.js'
import { respond } from '../support/respond.js'
import { keepTranslating, type Translator } from '../support/translate.js'
import { COMPLETED, minutesAgo, NOW, renderCard, setUpUser } from './card/setUp.js'
import { HOUR, rows, setUp } from './list/setUp.js'

beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => {
  onlineManager.setOnline(true)
  vi.useRealTimers()
})

/** Holds the responses of a fetch until the returned function is called. */
function hold(fetch: Mock<(request: Request) => Promise<Response>>): () => void {
  const implementation = fetch.getMockImplementation() as (request: Request) => Promise<Response>
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  fetch.mockImplementation(async (request) => {
    await released
    return implementation(request)
  })
  return release
}

/** React looks for a text among its siblings, if it has any. */
function expectEveryTextAlone(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    expect(parentElement?.childNodes.length, `${parentElement?.className}: ${textContent}`).toBe(1)
  }
}

// The card in every state is in test/property/translatedCard.test.tsx.
describe.each<Translator>(['wraps', 'replaces'])('a page whose text a translator %s', (translator) => {
  beforeEach(() => keepTranslating(translator))

  it('goes on with the clocks of a card, and shows when its job is over', async () => {
    const { rerender } = renderCard(buildJobState({ created_at: minutesAgo(3) }))
    await advance()
    await advance(12_000)
    expect(screen.getByText('Running for 3:12')).toBeVisible()
    await advance(48_000)
    expect(screen.getByText('Running for 4:00')).toBeVisible()
    rerender(<JobStatusCard state={buildJobState(COMPLETED)} locale="en" />)
    await advance()
    expect(screen.queryByText(/Running for/)).toBeNull()
    expect(screen.getByText(/Finished 2h ago/)).toBeVisible()
  })

  it('leaves a translated clock alone until it changes', async () => {
    renderCard(buildJobState({ status: 'pending', created_at: minutesAgo(3), progress: null }))
    await advance()
    const text = screen.getByText('Created 3m ago').firstChild as Text
    text.data = 'Vor 3 Min. erstellt'
    await advance(59_000)
    expect(screen.getByText('Vor 3 Min. erstellt')).toBeVisible()
    await advance(1_000)
    expect(screen.getByText('Created 4m ago')).toBeVisible()
  })

  it('renders another summary as Markdown', async () => {
    const summary = (text: string) => (
      <JobStatusCard
        state={buildJobState({ ...COMPLETED, changes_summary: text })}
        components={{ Summary: MarkdownSummary }}
      />
    )
    const { rerender } = render(summary('Made the *refund* policy explicit.\n\n- One'))
    await advance()
    rerender(summary('Shortened.\n\nThe **tone** is kinder *now*.'))
    await advance()
    expect(screen.queryByText('refund')).toBeNull()
    expect(screen.getByText('tone')).toBeVisible()
  })

  it('cancels a job by its card, and says why that failed', async () => {
    const user = setUpUser()
    const onCancel = vi.fn(() =>
      Promise.reject(new OptimizationError('503', { kind: 'http', status: 503, serviceMessage: 'Draining' })),
    )
    renderCard(buildJobState({}), { onCancel })
    await advance()
    await user.click(screen.getByRole('button', { name: /^Cancel job/ }))
    await advance()
    expect(screen.getByText(/^Cancel this job/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: /^Yes, cancel job/ }))
    await advance()
    expect(screen.getByRole('alert')).toHaveTextContent('Couldn’t cancel')
    expect(screen.getByText('Draining')).toBeVisible()
    await user.click(screen.getByRole('button', { name: /^Cancel job/ }))
    await advance()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('shows every transition of a list', async () => {
    const { simulator, fetch, user, renderList } = setUp({ pageSize: 2 })
    simulator.addJob({ projectId: PROJECT_ID })
    for (let count = 0; count < 2; count++) {
      simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR + count })
    }
    renderList({ canCancel: true })
    await advance()
    expect(rows()).toHaveLength(2)

    expectEveryTextAlone()
    const release = hold(fetch)
    await user.click(screen.getByRole('button', { name: 'Show more jobs' }))
    await advance()
    expect(screen.getByRole('button', { name: 'Loading…' })).toBeVisible()
    release()
    await advance()
    expect(rows()).toHaveLength(3)
    act(() => onlineManager.setOnline(false))
    await advance()
    expect(document.querySelector('.rpo-note')).toHaveTextContent(/^You’re offline/)
    act(() => onlineManager.setOnline(true))
    await advance()
    expect(document.querySelector('.rpo-note')).toBeNull()

    const [row] = rows() as [HTMLElement]
    await user.click(within(row).getByRole('button'))
    await advance(60_000)
    expect(within(row).getAllByText(/Step 2 of 4/)[0]).toBeVisible()
    fetch.mockImplementation(async () => respond({}, { status: 403 }))
    await advance(30_000)
    expect(document.querySelector('.rpo-list-error')).toHaveTextContent('don’t have access to this project')
    fetch.mockImplementation((request) => simulator(request))
    for (const button of screen.getAllByRole('button', { name: /^Retry/ })) await user.click(button)
    await advance(HOUR)
    expect(document.querySelector('.rpo-list-error')).toBeNull()
    expect(within(row).getAllByText('Completed')[0]).toBeVisible()
  })

  it('shows every transition of a form', async () => {
    const { fetch, user, simulator, App } = setUp()
    fetch.mockImplementation(async () => respond({ message: 'No such dataset' }, { status: 400 }))
    render(<StartJobForm projectId={PROJECT_ID} />, { wrapper: App })
    await advance()
    const start = () => screen.getByRole('button', { name: 'Start job' })
    await user.click(start())
    await advance()
    expect(screen.getAllByText(/required/i).length).toBeGreaterThan(0)
    for (const name of ['Prompt version ID', 'Dataset ID']) {
      await user.type(screen.getByRole('textbox', { name }), 'b2d0c6a4-7e1f-4c53-8f7e-4a9d3b6c5e22')
    }
    await user.click(start())
    await advance()
    expect(screen.getByRole('alert')).toHaveTextContent('No such dataset')
    expectEveryTextAlone()
    fetch.mockImplementation((request) => simulator(request))
    const release = hold(fetch)
    await user.click(start())
    await advance()
    expect(screen.getByRole('button', { name: 'Starting…' })).toBeVisible()
    release()
    await advance()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(start()).toBeEnabled()
  })
})
