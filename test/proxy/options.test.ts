import { expect, it } from 'vitest'
import { createProxyHandler, type ProxyHandlerOptions } from '../../src/server.js'
import { OPTIONS } from './setUp.js'

const creating = (options: Record<string, unknown>) => () =>
  createProxyHandler({ ...OPTIONS, ...options } as ProxyHandlerOptions)

it.each<[string, Record<string, unknown>]>([
  ['authorize is missing', { authorize: undefined }],
  ['authorize is missing', { authorize: true }],
  ['apiKey is missing or empty', { apiKey: undefined }],
  ['apiKey is missing or empty', { apiKey: '' }],
  ['apiKey is missing or empty', { apiKey: ' \n' }],
  ['apiKey holds', { apiKey: 'canary\nkey' }],
  ['apiKey holds', { apiKey: 'canary schlüssel' }],
  ['baseUrl must be an absolute URL', { baseUrl: undefined }],
  ['baseUrl must be an absolute URL', { baseUrl: '' }],
  ['baseUrl must be an absolute URL', { baseUrl: '/api/v2' }],
  ['baseUrl must be an absolute URL', { baseUrl: 'service.test' }],
  ['baseUrl must be an http(s) URL', { baseUrl: 'ftp://service.test' }],
  ['baseUrl must be an http(s) URL', { baseUrl: 'javascript:alert(1)' }],
  ['baseUrl must be an http(s) URL', { baseUrl: 'localhost:3000' }],
  ['baseUrl must have no credentials', { baseUrl: 'https://user:canary@service.test/api/v2' }],
  ['baseUrl must have no credentials', { baseUrl: 'https://service.test/api/v2?key=canary' }],
  ['baseUrl must have no credentials', { baseUrl: 'https://service.test/api/v2#canary' }],
  ['allow lists "getJobs"', { allow: ['startJob', 'getJobs'] }],
  ['basePath must be a path', { basePath: 'api/v2' }],
  ['basePath must be a path', { basePath: '/api?x' }],
])('says at once that %s: %j', (message, options) => {
  expect(creating(options)).toThrow(TypeError)
  expect(creating(options)).toThrow(message)
  // Neither the key nor a password is quoted.
  expect(creating(options)).not.toThrow('canary')
})

it.each([
  { timeoutMs: 0 },
  { timeoutMs: Number.NaN },
  { timeoutMs: Number.POSITIVE_INFINITY },
  { timeoutMs: 2 ** 31 },
  { maxBodyBytes: -1 },
  { maxBodyBytes: 1.5 },
])('says at once that a number is out of its range: %j', (options) => {
  expect(creating(options)).toThrow(RangeError)
})
