import { expect, it } from 'vitest'
import { OptimizationError, type OptimizationErrorKind } from '../../src/api.js'
import { getErrorKey } from '../../src/index.js'

it.each<[OptimizationErrorKind, number | undefined, string]>([
  ['token', undefined, 'token'],
  ['network', undefined, 'network'],
  ['timeout', undefined, 'timeout'],
  ['invalid-response', 200, 'invalid-response'],
  ['invalid-request', undefined, 'invalid-request'],
  ['http', 400, 'bad-request'],
  ['http', 401, 'unauthorized'],
  ['http', 403, 'forbidden'],
  ['http', 404, 'not-found'],
  ['http', 408, 'service-fault'],
  ['http', 410, 'refused'],
  ['http', 429, 'busy'],
  ['http', 500, 'service-fault'],
  ['http', 503, 'service-fault'],
])('tells %s %s as %s', (kind, status, word) => {
  expect(getErrorKey(new OptimizationError('for developers', { kind, status }))).toBe(word)
})
