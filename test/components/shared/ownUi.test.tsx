import { act, render, renderHook, screen } from '@testing-library/react'
import { Profiler } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TickingText, useJobLabels } from '../../../src/index.js'
import { ar, de } from '../../../src/locales.js'
import { createTestApp } from '../../../src/testingReact.js'

const NOW = Date.parse('2026-01-15T12:00:00Z')

beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => void vi.useRealTimers())

const advance = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const countSeconds = (nowMs: number) => `${(nowMs - NOW) / 1_000} s`

describe('TickingText', () => {
  it('updates every second without rendering', async () => {
    const onRender = vi.fn()
    render(
      <Profiler id="text" onRender={onRender}>
        <TickingText format={countSeconds} className="mine" />
      </Profiler>,
    )
    expect(screen.getByText('0 s')).toHaveClass('mine')
    onRender.mockClear()
    await advance(3_000)
    expect(screen.getByText('3 s')).toBeVisible()
    expect(onRender).not.toHaveBeenCalled()
  })

  it('shows the text of another function at once', () => {
    const { rerender } = render(<TickingText format={countSeconds} />)
    rerender(<TickingText format={() => 'Over'} />)
    expect(screen.getByText('Over')).toBeVisible()
  })

  it('stops when it unmounts', async () => {
    const { unmount } = render(<TickingText format={countSeconds} />)
    unmount()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is empty on the server', () => {
    expect(renderToString(<TickingText format={countSeconds} />)).toBe('<span></span>')
  })
})

describe('useJobLabels', () => {
  it('formats in the labels and the locale of the provider', () => {
    const { wrapper } = createTestApp({ fetch: () => new Promise(() => {}), labels: de })
    const { result } = renderHook(() => useJobLabels(), { wrapper })
    const { labels, locale, ...formats } = result.current
    expect([labels.status('running'), locale]).toEqual(['Läuft', 'de'])
    expect(formats.formatDuration(588_000)).toMatch(/^9.Min\. 48.Sek\.$/)
    expect(formats.formatClock(192_000)).toBe('3:12')
    expect(formats.formatCount(1_234)).toBe('1.234')
    expect(formats.formatDate('2026-01-15T09:30:00Z')).toMatch(/15\.01\.2026/)
    expect(formats.formatFullDate('2026-01-15T09:30:00Z')).toMatch(/15\. Januar 2026/)
  })

  it('formats an age, and the date where the age is too high', () => {
    const { result } = renderHook(() => useJobLabels())
    expect(result.current.formatAge('2026-01-15T11:57:00Z', NOW)).toBe('3m ago')
    expect(result.current.formatAge('2025-01-15T11:57:00Z', NOW)).toMatch(/2025/)
  })

  it('stays the same until the labels change', () => {
    const { result, rerender } = renderHook((labels) => useJobLabels({ labels }), { initialProps: de })
    const first = result.current
    rerender(de)
    expect(result.current).toBe(first)
    rerender(ar)
    expect(result.current.labels.direction).toBe('rtl')
  })
})
