/**
 * The proxy that keeps the API key on your server. It uses the web platform only, so it runs wherever there is `fetch`.
 *
 * @packageDocumentation
 */

export { createProxyHandler } from './proxy/createProxyHandler.js'
export type { ProxyCall, ProxyHandlerOptions } from './proxy/options.js'
export type { ProxyError } from './proxy/ProxyError.js'
