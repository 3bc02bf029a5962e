import { request as sendRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import { serveDashboard as serveBuilt } from '../e2e/serveDashboard.js'
import { listen } from '../support/listen.js'
import { collectConsole } from './collectConsole.js'

/** Serves the built dashboard with the script of the tests in its page, for one test. */
export async function serveDashboard(env: Record<string, string> = {}) {
  const dashboard = await serveBuilt(env)
  const { script, messages, handle } = await collectConsole()
  const origin = await listen((request, response) => {
    if (handle(request, response)) return
    const { method, headers } = request
    const forwarded = sendRequest(`${dashboard}${request.url}`, { method, headers }, async (received) => {
      const isPage = received.headers['content-type']?.startsWith('text/html')
      const { 'content-length': _, ...replyHeaders } = received.headers
      if (!isPage) {
        response.writeHead(received.statusCode ?? 0, received.headers)
        received.pipe(response)
      } else {
        response.writeHead(received.statusCode ?? 0, replyHeaders)
        response.end((await text(received)).replace('<head>', `<head>${script}`))
      }
    })
    request.pipe(forwarded)
  })
  return { origin, consoleErrors: messages }
}
