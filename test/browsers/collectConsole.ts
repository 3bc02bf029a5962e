import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { buildPage } from '../support/buildPage.js'

/** Tag to put before the scripts of a page, and the console messages that the page reports then. */
export async function collectConsole() {
  const code = await buildPage(new URL('./pages/dom.ts', import.meta.url))
  const messages: string[] = []
  return {
    messages,
    script: '<script type="module" src="/dom.js"></script>',
    /** Handles the requests of the script, and returns whether this was one. */
    handle(request: IncomingMessage, response: ServerResponse): boolean {
      if (request.url === '/dom.js') response.setHeader('Content-Type', 'text/javascript').end(code)
      else if (request.url === '/console') {
        void text(request).then((message) => messages.push(message))
        response.end()
      } else return false
      return true
    },
  }
}
