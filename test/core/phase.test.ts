import { describe, expect, it, vi } from 'vitest'
import { isJobPhase, isKnownStatus, isNewer, type JobPhase, toPhase } from '../../src/core/phase.js'

const COMPLETED_AT = '2026-01-01T00:00:00.000Z'

describe('toPhase', () => {
  it.each([
    ['pending', 'queued'],
    ['not_started', 'queued'],
    ['running', 'running'],
    ['in_progress', 'running'],
    ['cancelling', 'running'],
    ['succeeded', 'completed'],
    ['timed_out', 'failed'],
    ['canceled', 'cancelled'],
  ])('maps status %s to phase %s', (status, phase) => {
    expect(toPhase(status, null, null)).toBe(phase)
  })

  it.each(['Timed Out', ' timed-out ', 'TIMED_OUT', 'timed - out'])(
    'normalizes the spelling %j',
    (status) => {
      expect(toPhase(status, null, null)).toBe('failed')
      expect(isKnownStatus(status)).toBe(true)
    },
  )

  it('normalizes no more than a status can be long', () => {
    const replace = vi.spyOn(String.prototype, 'replace')
    expect(isKnownStatus('a '.repeat(1_000_000))).toBe(false)
    expect(replace.mock.contexts.map(String).filter((text) => text.length > 100)).toEqual([])
    replace.mockRestore()
  })

  it.each(['warming_up', 'constructor', ''])('leaves %j unknown to isKnownStatus', (status) => {
    expect(isKnownStatus(status)).toBe(false)
  })

  it('maps an unknown status to running until completed_at is set', () => {
    expect(toPhase('warming_up', null, null)).toBe('running')
    expect(toPhase('warming_up', null, 'a message is no end')).toBe('running')
  })

  it('maps an unknown status with completed_at to failed if there is an error message, else to completed', () => {
    expect(toPhase('evaporated', COMPLETED_AT, 'out of memory')).toBe('failed')
    expect(toPhase('evaporated', COMPLETED_AT, null)).toBe('completed')
    expect(toPhase('evaporated', COMPLETED_AT, '')).toBe('completed')
  })

  it('prefers a known status over completed_at', () => {
    expect(toPhase('running', COMPLETED_AT, null)).toBe('running')
  })

  it.each(['constructor', '__proto__', ''])(
    'maps the prototype key or empty status %j to running',
    (status) => {
      expect(toPhase(status, null, null)).toBe('running')
    },
  )
})

it.each([
  ['queued', true],
  ['cancelled', true],
  ['paused', false],
  ['constructor', false],
  [1, false],
  [undefined, false],
])('isJobPhase says of %j: %s', (phase, expected) => {
  expect(isJobPhase(phase)).toBe(expected)
})

const running = { phase: 'running' as JobPhase, isCancelling: false }
it.each([
  ['a later phase', { ...running, phase: 'completed' }, running, true],
  ['an earlier phase', { ...running, phase: 'queued' }, running, false],
  ['an earlier phase that is being canceled', { phase: 'queued', isCancelling: true }, running, false],
  ['another end', { ...running, phase: 'failed' }, { ...running, phase: 'completed' }, false],
  ['a cancellation', { ...running, isCancelling: true }, running, true],
  ['no cancellation any more', running, { ...running, isCancelling: true }, false],
  ['the same', running, running, false],
  ['the same cancellation', { ...running, isCancelling: true }, { ...running, isCancelling: true }, false],
] as const)('isNewer knows %s', (_, a, b, expected) => {
  expect(isNewer(a, b)).toBe(expected)
})
