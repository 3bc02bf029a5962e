import { expect, it, vi } from 'vitest'
import { createAnnouncer } from '../../src/hooks/createAnnouncer.js'

it('createAnnouncer announces an event of a topic once, and forgets those of 500 topics ago', () => {
  vi.useFakeTimers()
  const announcer = createAnnouncer()
  const messages = new Set<string>()
  announcer.subscribe(() => messages.add(announcer.getMessage()))
  const announce = (topic: string, message: string) => {
    announcer.announce(topic, 'completed', message)
    vi.advanceTimersByTime(10_000)
  }
  announce('first', 'one')
  announce('first', 'two')
  expect([...messages]).not.toContain('two')
  for (let job = 0; job < 499; job++) announce(`job ${job}`, 'later')
  announce('first', 'three')
  expect([...messages]).not.toContain('three')
  announce('one more', 'later')
  announce('first', 'four')
  expect([...messages]).toContain('four')
  vi.useRealTimers()
})
