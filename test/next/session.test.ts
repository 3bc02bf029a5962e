import { afterEach, expect, it, vi } from 'vitest'
import { canViewProject } from '../../examples/next/session.js'

afterEach(() => {
  vi.unstubAllEnvs()
})

it.each([
  ['development', true],
  ['production', false],
  ['', false],
])('canViewProject placeholder with NODE_ENV "%s" returns %s', async (environment, expected) => {
  vi.stubEnv('NODE_ENV', environment)
  expect(await canViewProject('0b6e7c1e-6a39-4a1b-9d2c-111111111111', 'session=ada')).toBe(expected)
})
