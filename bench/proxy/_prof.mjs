// One of the compared proxies, on a Node server: `server.mjs VARIANT SERVICE_ORIGIN`.
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { proxy } from 'hono/proxy'
import { createProxyMiddleware } from 'http-proxy-middleware'
import { createProxyHandler } from '/work/main/dist/server.js'

const KEY = 'a-key-of-the-benchmark'
const [, , variant, origin] = process.argv
let authorizations = 0

const variants = {
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
    createProxyMiddleware({ target: origin, headers: { Authorization: `Bearer ${KEY}` } }),
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

process.on('message', (m) => m === 'exit' && process.exit());
const server = createServer(variants[variant]())
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
process.on('message', () =>
  process.send({ authorizations, cpu: process.cpuUsage(), bytes: process.memoryUsage.rss() }),
)
