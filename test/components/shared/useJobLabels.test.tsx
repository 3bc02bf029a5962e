import { renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useJobLabels } from '../../../src/index.js'
import { ar } from '../../../src/locales/ar.js'
import { de } from '../../../src/locales/de.js'
import { createTestApp } from '../../../src/testingReact.js'

const NOW = Date.parse('2026-01-15T12:00:00Z')

describe('useJobLabels', () => {
  it('formats in the labels and the locale of the provider', () => {
    const { wrapper } = createTestApp({ fetch: () => new Promise(() => {}), labels: de })
    const { result } = renderHook(() => useJobLabels(), { wrapper })
    const { labels, locale, ...formats } = result.current
    expect([labels.status('running'), labels.noJobs, locale]).toEqual(['Läuft', de.noJobs, 'de'])
    expect(formats.formatDuration(588_000)).toMatch(/^9.Min\. 48.Sek\.$/)
    expect(formats.formatClock(192_000)).toBe('3:12')
    expect(formats.formatAge('2026-01-15T11:57:00Z', NOW)).toMatch(/^vor 3.Min\.$/)
    expect(formats.formatCount(1_234)).toBe('1.234')
    expect(formats.formatDate('2026-01-15T09:30:00Z')).toMatch(/15\.01\.2026/)
    expect(formats.formatFullDate('2026-01-15T09:30:00Z')).toMatch(/15\. Januar 2026/)
  })

  it('prefers its options to the provider, and is English without one', () => {
    const { wrapper } = createTestApp({ fetch: () => new Promise(() => {}), labels: de })
    const options = { labels: { justNow: 'now' }, locale: 'en' }
    const own = renderHook(() => useJobLabels(options), { wrapper }).result.current
    expect(own.labels.status('running')).toBe('Läuft')
    expect([own.labels.justNow, own.formatCount(1_234)]).toEqual(['now', '1,234'])
    const alone = renderHook(() => useJobLabels()).result.current
    expect([alone.labels.status('running'), alone.locale]).toEqual(['Running', 'en'])
  })

  it('formats an age, and the date where the age is too high or can’t be known', () => {
    const { formatAge } = renderHook(() => useJobLabels()).result.current
    expect(formatAge('2026-01-15T11:57:00Z', NOW)).toBe('3m ago')
    expect(formatAge('2025-01-15T11:57:00Z', NOW)).toMatch(/Jan 15, 2025/)
    expect(formatAge('2026-01-15T12:10:00Z', NOW)).toMatch(/Jan 15, 2026/)
    expect(formatAge('2026-01-15T12:10:00Z', NOW + 3_600_000)).toMatch(/Jan 15, 2026/)
  })

  it('formats the elapsed time, unless it is too high or can’t be known', () => {
    const { formatElapsed } = renderHook(() => useJobLabels()).result.current
    expect(formatElapsed('2026-01-15T11:56:48Z', NOW)).toBe('3:12')
    expect(formatElapsed('2025-01-15T11:57:00Z', NOW)).toBe('')
    expect(formatElapsed('2026-01-15T12:20:00Z', NOW)).toBe('')
  })

  it.each(['formatAge', 'formatElapsed', 'formatDate', 'formatFullDate'] as const)(
    '%s throws for an invalid date',
    (format) => {
      const { result } = renderHook(() => useJobLabels())
      expect(() => result.current[format]('yesterday', NOW)).toThrow(RangeError)
    },
  )

  it('stays the same until the labels change', () => {
    const { result, rerender } = renderHook((labels) => useJobLabels({ labels }), { initialProps: de })
    const first = result.current
    rerender(de)
    expect(result.current).toBe(first)
    rerender(ar)
    expect(result.current.labels.direction).toBe('rtl')
  })
})
