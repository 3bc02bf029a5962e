import { render, screen, within } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { JobStatusCard } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { mockIntersectionObserver } from '../../support/mockIntersectionObserver.js'
import { advance } from '../../support/renderJobHook.js'
import { COMPLETED, freezeTime, minutesAgo, NOW, renderCard, setUpUser } from '../card/setUp.js'

freezeTime()
afterEach(() => void vi.unstubAllGlobals())

const running = () => buildJobState({ created_at: minutesAgo(3) }, { stalledSince: NOW - 60_000 })

describe('ticking texts', () => {
  it('updates every second', async () => {
    renderCard(running())
    expect(screen.getByText('Running for 3:00')).toBeVisible()
    await advance(1_000)
    expect(screen.getByText('Running for 3:01')).toBeVisible()
    await advance(11_000)
    expect(screen.getByText('Running for 3:12')).toBeVisible()
    await advance(3_600_000)
    expect(screen.getByText('Running for 1:03:12')).toBeVisible()
    expect(screen.getByText('No progress for 1h')).toBeVisible()
  })

  it('ticks without React renders', async () => {
    const onRender = vi.fn()
    render(
      <Profiler id="card" onRender={onRender}>
        <JobStatusCard state={running()} locale="en" />
      </Profiler>,
    )
    onRender.mockClear()
    await advance(60_000)
    expect(screen.getByText('Running for 4:00')).toBeVisible()
    expect(screen.getByText('No progress for 2m')).toBeVisible()
    expect(onRender).not.toHaveBeenCalled()
  })

  it('pauses off screen and updates as soon as it is visible', async () => {
    const scrollIntoView = mockIntersectionObserver()
    renderCard(running())
    await advance(12_000)
    expect(screen.getByText('Running for 3:00')).toBeVisible()
    expect(vi.getTimerCount()).toBe(0)
    scrollIntoView()
    expect(screen.getByText('Running for 3:12')).toBeVisible()
    await advance(1_000)
    expect(screen.getByText('Running for 3:13')).toBeVisible()
  })

  it('updates off screen before its window is printed', async () => {
    mockIntersectionObserver()
    const frame = document.body.appendChild(document.createElement('iframe'))
    onTestFinished(() => frame.remove())
    const otherWindow = frame.contentWindow as Window
    const { body } = otherWindow.document
    renderCard(running())
    render(<JobStatusCard state={running()} locale="en" />, { container: body, baseElement: document.body })
    await advance(12_000)
    window.dispatchEvent(new Event('beforeprint'))
    expect(screen.getByText('Running for 3:12')).toBeVisible()
    await advance(12_000)
    otherWindow.dispatchEvent(new Event('beforeprint'))
    expect(within(body).getByText('Running for 3:24')).toBeVisible()
  })

  it('observes the card once, whatever the element of its root', () => {
    const observe = vi.fn()
    const unobserve = vi.fn()
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        observe = observe
        unobserve = unobserve
      },
    )
    const { unmount } = renderCard(running(), { render: <section data-testid="card" /> })
    expect(observe.mock.calls).toEqual([[screen.getByTestId('card')]])
    unmount()
    expect(unobserve).toHaveBeenCalledTimes(1)
  })

  it('goes on when another element replaces the card’s root', async () => {
    const observed = new Set<Element>()
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        observe = (element: Element) => observed.add(element)
        unobserve = (element: Element) => observed.delete(element)
      },
    )
    const { rerender } = renderCard(running())
    rerender(<JobStatusCard state={running()} locale="en" render={<section data-testid="card" />} />)
    expect([...observed]).toEqual([screen.getByTestId('card')])
  })

  it('ticks in an element that drops the ref', async () => {
    mockIntersectionObserver()
    const { unmount } = renderCard(running(), {
      render: ({ ref: _, ...props }) => <section {...props} />,
    })
    await advance(12_000)
    expect(screen.getByText('Running for 3:12')).toBeVisible()
    unmount()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('keeps the text node, so that styles are not recalculated', async () => {
    renderCard(running())
    const { firstChild } = screen.getByText('Running for 3:00')
    await advance(1_000)
    expect(screen.getByText('Running for 3:01').firstChild).toBe(firstChild)
  })

  it('stays current when the card rerenders', async () => {
    const { rerender } = renderCard(running())
    await advance(12_000)
    rerender(<JobStatusCard state={{ ...running() }} locale="en" />)
    expect(screen.getByText('Running for 3:12')).toBeVisible()
  })

  it('shares one timer between cards and clears it on unmount', () => {
    const first = renderCard(running())
    const second = renderCard(buildJobState(COMPLETED))
    expect(vi.getTimerCount()).toBe(1)
    first.unmount()
    expect(vi.getTimerCount()).toBe(1)
    second.unmount()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('shows a time that is ahead of the device’s clock as a date, also when the clock has caught up', async () => {
    renderCard(buildJobState({ created_at: minutesAgo(-10) }))
    expect(screen.getByText('Running · Started Jan 1, 2026, 12:10 PM')).toBeVisible()
    expect(screen.queryByText(/^Running for/)).toBeNull()
    await advance(15 * 60_000)
    expect(screen.getByText('Running · Started Jan 1, 2026, 12:10 PM')).toBeVisible()
    expect(screen.queryByText(/^Running for/)).toBeNull()
  })

  it('shows a time of more than 30 days ago as a date', () => {
    renderCard(buildJobState({ created_at: minutesAgo(45 * 24 * 60) }))
    expect(screen.getByText('Running · Started Nov 17, 2025, 12:00 PM')).toBeVisible()
    expect(screen.queryByText(/^Running for/)).toBeNull()
  })

  it('counts from 0 for a clock that is behind by a few seconds', async () => {
    renderCard(buildJobState({ created_at: minutesAgo(-0.05) }))
    expect(screen.getByText('Running for 0:00')).toBeVisible()
    await advance(5_000)
    expect(screen.getByText('Running for 0:02')).toBeVisible()
  })

  it.each([
    ['before it started', -60, 60],
    ['an hour from now', 0, -60],
  ])('never renders negative durations for a job that ended %s', (_, created, ended) => {
    const times = { created_at: minutesAgo(created), completed_at: minutesAgo(ended) }
    const { container } = renderCard(buildJobState({ ...COMPLETED, ...times }))
    expect(container.textContent).not.toMatch(/[-−]\s?\d+ ?[smhd]|\b0s|NaN|Invalid/)
  })
})

describe('RelativeTime', () => {
  it('exposes the exact time as datetime, and on hover as title, without a tab stop', async () => {
    const { rerender } = renderCard(running())
    const user = setUpUser()
    const time = screen.getByText('Running for 3:00')
    expect(time).toHaveAttribute('datetime', '2026-01-01T11:57:00.000Z')
    await user.hover(time)
    expect(time).toHaveAttribute('title', expect.stringContaining('Thursday, January 1, 2026'))
    expect(time).not.toHaveAttribute('tabindex')
    await user.tab()
    expect(screen.getByRole('button', { name: /^Details/ })).toHaveFocus()
    rerender(<JobStatusCard state={running()} locale="de" />)
    const german = screen.getByText('Running for 3:00')
    expect(german).not.toHaveAttribute('title', expect.stringContaining('Thursday'))
    await user.hover(german)
    expect(german).toHaveAttribute('title', expect.stringContaining('Donnerstag'))
  })

  it('renders when a finished job ended', () => {
    renderCard(buildJobState(COMPLETED))
    const time = screen.getByText('Finished 2h ago · took 10m').closest('time')
    expect(time).toHaveAttribute('datetime', '2026-01-01T10:00:00.000Z')
  })
})
