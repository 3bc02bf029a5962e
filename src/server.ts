/**
 * The proxy that keeps the API key on your server. It runs in any runtime with `fetch`.
 *
 * @packageDocumentation
 */

export { createProxyHandler } from './proxy/createProxyHandler.js'
export type { ProxyError, ProxyErrorCode } from './proxy/ProxyError.js'
export type {
  OptionalOperation,
  ProxyCall,
  ProxyHandlerOptions,
  ProxyStore,
} from './proxy/ProxyHandlerOptions.js'
