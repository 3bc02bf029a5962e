import { expect, it } from 'vitest'
import { OptimizationError, type OptimizationErrorKind } from '../../src/api.js'
import { getErrorKey } from '../../src/index.js'

it.each<[OptimizationErrorKind, number | undefined, string]>([
  ['token', undefined, 'token'],
  ['network', undefined, 'network'],
  ['timeout', undefined, 'timeout'],
  ['invalid-response', 200, 'invalid-response'],
  ['invalid-request', undefined, 'invalid-request'],
  ['http', 302, 'server-error'],
  ['http', 400, 'bad-request'],
  ['http', 401, 'unauthorized'],
  ['http', 403, 'forbidden'],
  ['http', 404, 'not-found'],
  ['http', 408, 'server-error'],
  ['http', 425, 'server-error'],
  ['http', 410, 'rejected'],
  ['http', 429, 'rate-limited'],
  ['http', 500, 'server-error'],
  ['http', 503, 'server-error'],
])('getErrorKey maps kind %s with status %s to %s', (kind, status, key) => {
  expect(getErrorKey(new OptimizationError('for developers', { kind, status }))).toBe(key)
})

it('getErrorKey maps any other error to unexpected', () => {
  expect(getErrorKey(new TypeError('x is not a function') as OptimizationError)).toBe('unexpected')
})
