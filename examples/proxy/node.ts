import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { handler } from './handler.js'

const answer = getRequestListener(handler)

export const server = createServer((request, response) => {
  if (request.url?.startsWith('/api/v2/')) return answer(request, response)
  return response.writeHead(404).end()
})
