import { describe, expect, it } from 'vitest'
import { isKnownStatus, toPhase } from '../../src/core/phase.js'

const ENDED = '2026-01-01T00:00:00.000Z'

describe('the phase of a status', () => {
  it.each([
    ['pending', 'queued'],
    ['not_started', 'queued'],
    ['running', 'running'],
    ['in_progress', 'running'],
    ['cancelling', 'running'],
    ['succeeded', 'completed'],
    ['timed_out', 'failed'],
    ['canceled', 'cancelled'],
  ])('folds %s to %s', (status, phase) => {
    expect(toPhase(status, null, null)).toBe(phase)
  })

  // Not a running one, for which an unknown status would be taken.
  it.each(['Timed Out', ' timed-out ', 'TIMED_OUT', 'timed - out'])(
    'does not mind the spelling %j',
    (status) => {
      expect(toPhase(status, null, null)).toBe('failed')
      expect(isKnownStatus(status)).toBe(true)
    },
  )

  it.each(['warming_up', 'constructor', ''])('does not claim to know %j', (status) => {
    expect(isKnownStatus(status)).toBe(false)
  })

  it('takes an unknown status for running until the job has ended', () => {
    expect(toPhase('warming_up', null, null)).toBe('running')
    expect(toPhase('warming_up', null, 'a message is no end')).toBe('running')
  })

  it('takes an ended job with an unknown status for failed if it has an error message, else for completed', () => {
    expect(toPhase('evaporated', ENDED, 'out of memory')).toBe('failed')
    expect(toPhase('evaporated', ENDED, null)).toBe('completed')
    expect(toPhase('evaporated', ENDED, '')).toBe('completed')
  })

  it('trusts a known status more than an end date', () => {
    expect(toPhase('running', ENDED, null)).toBe('running')
  })

  it.each(['constructor', '__proto__', ''])('is not confused by %j', (status) => {
    expect(toPhase(status, null, null)).toBe('running')
  })
})
