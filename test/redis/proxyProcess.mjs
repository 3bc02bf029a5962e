// A server process with the proxy: `proxyProcess.mjs BASE_URL REDIS_URL`. Sends its origin, and then every error.
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import KeyvRedis from '@keyv/redis'
import Keyv from 'keyv'
import { createProxyHandler } from 'react-prompt-optimization/server'

const [, , baseUrl = '', redisUrl = ''] = process.argv
const handler = createProxyHandler({
  baseUrl,
  apiKey: process.env.API_KEY ?? '',
  authorize: (request) => request.headers.get('Cookie') === 'session=grace',
  allow: ['startJob'],
  // Longer than a slow machine takes from one process to the next.
  shareForMs: 10_000,
  store: new Keyv(new KeyvRedis(redisUrl, { throwOnErrors: true }), { throwOnErrors: true }),
  onError: ({ code, message }) => process.send?.({ code, message }),
})
const server = createServer(getRequestListener(handler))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') process.send?.({ origin: `http://127.0.0.1:${address?.port}` })
})
