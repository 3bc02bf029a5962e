import { expect, it } from 'vitest'
import { createProxyHandler, type ProxyHandlerOptions } from '../../src/server.js'
import { OPTIONS } from './setUp.js'

const create = (options: Record<string, unknown>) => () =>
  createProxyHandler({ ...OPTIONS, ...options } as ProxyHandlerOptions)

it.each<[string, Record<string, unknown>]>([
  ['authorize is missing', { authorize: undefined }],
  ['authorize is missing', { authorize: true }],
  ['apiKey is missing or empty', { apiKey: undefined }],
  ['apiKey is missing or empty', { apiKey: '' }],
  ['apiKey is missing or empty', { apiKey: ' \n' }],
  ['apiKey contains', { apiKey: 'canary\nkey' }],
  ['apiKey contains', { apiKey: 'canary schlüssel' }],
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
  ['baseUrl must have no credentials', { baseUrl: 'https://service.test/api/v2?' }],
  ['baseUrl must have no credentials', { baseUrl: 'https://service.test/api/v2#' }],
  ['allow contains "getJobs"', { allow: ['startJob', 'getJobs'] }],
  ['basePath must be a path', { basePath: 'api/v2' }],
  ['basePath must be a path', { basePath: '/api?x' }],
])('createProxyHandler throws "%s" for %j', (message, options) => {
  expect(create(options)).toThrow(TypeError)
  expect(create(options)).toThrow(message)
  // The message must not leak the key or a password.
  expect(create(options)).not.toThrow('canary')
})

it.each([
  { timeoutMs: 0 },
  { timeoutMs: Number.NaN },
  { timeoutMs: Number.POSITIVE_INFINITY },
  { timeoutMs: 2 ** 31 },
  { maxBodyBytes: -1 },
  { maxBodyBytes: 1.5 },
  { shareForMs: -1 },
  { shareForMs: 2 ** 31 },
])('createProxyHandler throws a RangeError for %j', (options) => {
  expect(create(options)).toThrow(RangeError)
})

it.each([{}, { get: () => {} }, { get: () => {}, set: () => {}, delete: true }])(
  'createProxyHandler throws a TypeError for the store %o',
  (store) => {
    expect(create({ store })).toThrow('store must have the methods get, set and delete')
  },
)
