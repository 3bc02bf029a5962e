// One of the compared proxies, on a Node server: `server.mjs VARIANT SERVICE_ORIGIN`. Any message is answered with its counters.
import { Agent, createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { proxy } from 'hono/proxy'
import { createProxyMiddleware } from 'http-proxy-middleware'
import { createProxyHandler } from '../../dist/server.js'

const KEY = 'a-key-of-the-benchmark'
const [, , variant, origin] = process.argv
let requests = 0
let authorizations = 0

const createListener = {
  shared: () => createOurs({}),
  unshared: () => createOurs({ shareForMs: 0 }),
  'hono/proxy': () => {
    const app = new Hono()
    app.get('/api/v2/*', (context) =>
      proxy(`${origin}${context.req.path}`, { headers: { Authorization: `Bearer ${KEY}` } }),
    )
    return getRequestListener(app.fetch)
  },
  'http-proxy-middleware': () =>
    createProxyMiddleware({
      target: origin,
      headers: { Authorization: `Bearer ${KEY}` },
      // As fetch does; its default is a new connection for each request.
      agent: new Agent({ keepAlive: true }),
    }),
}

function createOurs(options) {
  const handler = createProxyHandler({
    baseUrl: `${origin}/api/v2`,
    apiKey: KEY,
    authorize: () => {
      authorizations++
      return true
    },
    ...options,
  })
  return getRequestListener(handler)
}

const server = createServer(createListener[variant]())
server.on('request', () => requests++)
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send({ requests, authorizations, cpuMs: (user + system) / 1000, bytes: process.memoryUsage.rss() })
})
