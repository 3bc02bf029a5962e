import { render, screen } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { JobStatusCard } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { mockIntersectionObserver } from '../../support/mockIntersectionObserver.js'
import { advance } from '../../support/renderJobHook.js'
import { COMPLETED, freezeTime, minutesAgo, NOW, setUpUser, show } from '../card/setUp.js'

freezeTime()
afterEach(() => void vi.unstubAllGlobals())

const running = () => buildJobState({ created_at: minutesAgo(3) }, { stalledSince: NOW - 60_000 })

describe('time that ticks', () => {
  it('moves on every second', async () => {
    show(running())
    expect(screen.getByText('3:00')).toBeVisible()
    await advance(1_000)
    expect(screen.getByText('3:01')).toBeVisible()
    await advance(11_000)
    expect(screen.getByText('3:12')).toBeVisible()
    await advance(3_600_000)
    expect(screen.getByText('1:03:12')).toBeVisible()
    expect(screen.getByText('Started 1h ago')).toBeVisible()
  })

  it('costs React nothing', async () => {
    const onRender = vi.fn()
    render(
      <Profiler id="card" onRender={onRender}>
        <JobStatusCard state={running()} locale="en" />
      </Profiler>,
    )
    onRender.mockClear()
    await advance(60_000)
    expect(screen.getByText('4:00')).toBeVisible()
    expect(screen.getByText('Started 4m ago')).toBeVisible()
    expect(onRender).not.toHaveBeenCalled()
  })

  it('is not written where nobody sees it, and is right as soon as somebody does', async () => {
    const comeIntoView = mockIntersectionObserver()
    show(running())
    await advance(12_000)
    expect(screen.getByText('3:00')).toBeVisible()
    expect(vi.getTimerCount()).toBe(0)
    comeIntoView()
    expect(screen.getByText('3:12')).toBeVisible()
    await advance(1_000)
    expect(screen.getByText('3:13')).toBeVisible()
  })

  it('keeps the text node, so that no style has to be computed again', async () => {
    show(running())
    const { firstChild } = screen.getByText('3:00')
    await advance(1_000)
    expect(screen.getByText('3:01').firstChild).toBe(firstChild)
  })

  it('stays right when the card renders', async () => {
    const { rerender } = show(running())
    await advance(12_000)
    rerender(<JobStatusCard state={{ ...running() }} locale="en" />)
    expect(screen.getByText('3:12')).toBeVisible()
  })

  it('takes one timer for all cards, and none when they are gone', () => {
    const first = show(running())
    const second = show(buildJobState(COMPLETED))
    expect(vi.getTimerCount()).toBe(1)
    first.unmount()
    expect(vi.getTimerCount()).toBe(1)
    second.unmount()
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([
    ['ahead', -60, '0:00', '0:00', 'Started just now'],
    ['behind', 60, '1:00:00', '1:00:02', 'Started 1h ago'],
  ])(
    'is never less than nothing where the service’s clock is an hour %s',
    async (_, minutes, now, soon, started) => {
      show(buildJobState({ created_at: minutesAgo(minutes) }))
      expect(screen.getByText(started)).toBeVisible()
      expect(screen.getByText(now)).toBeVisible()
      await advance(2_000)
      expect(screen.getByText(soon)).toBeVisible()
    },
  )

  it.each([
    ['before it began', -60, 60],
    ['an hour from now', 0, -60],
  ])('is never less than nothing for a job that was over %s', (_, created, ended) => {
    const times = { created_at: minutesAgo(created), completed_at: minutesAgo(ended) }
    const { container } = show(buildJobState({ ...COMPLETED, ...times }))
    expect(container.textContent).not.toMatch(/[-−]\s?\d+ ?[smhd]|NaN|Invalid/)
  })
})

describe('a moment', () => {
  it('says when it was: to machines, on hover and to who focuses it', async () => {
    show(running())
    const time = screen.getByText('Started 3m ago').closest('time')
    expect(time).toHaveAttribute('datetime', '2026-01-01T11:57:00.000Z')
    expect(time).toHaveAttribute('title', expect.stringContaining('Thursday, January 1, 2026'))
    await setUpUser().tab()
    expect(time).toHaveFocus()
  })

  it('is the end of the job once that is over', () => {
    show(buildJobState(COMPLETED))
    const time = screen.getByText('Took 10m · 2h ago').closest('time')
    expect(time).toHaveAttribute('datetime', '2026-01-01T10:00:00.000Z')
  })
})
