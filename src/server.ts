export { createProxyHandler } from './proxy/createProxyHandler.js'
export type { ProxyCall, ProxyHandlerOptions } from './proxy/options.js'
export type { ProxyError } from './proxy/ProxyError.js'
