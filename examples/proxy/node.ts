// Node 20.19 and later: npm install react-prompt-optimization @hono/node-server
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { handler } from './handler.js'

const handleApiRequest = getRequestListener(handler)

export const server = createServer((request, response) => {
  if (request.url?.startsWith('/api/v2/')) return handleApiRequest(request, response)
  return response.writeHead(404).end()
})
