import { afterEach, expect, it, vi } from 'vitest'
import { maySee } from '../../examples/next/session.js'

afterEach(() => {
  vi.unstubAllEnvs()
})

it.each([
  ['development', true],
  ['production', false],
  ['', false],
])(
  'until an app has put in its own sessions, the jobs may be seen: NODE_ENV "%s", %s',
  async (environment, expected) => {
    vi.stubEnv('NODE_ENV', environment)
    expect(await maySee('0b6e7c1e-6a39-4a1b-9d2c-111111111111', 'session=ada')).toBe(expected)
  },
)
