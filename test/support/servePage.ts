import { listen } from './listen.js'

const HTML =
  '<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script></html>'

/** Serves an empty page with this code and, if any, this Content Security Policy for one test, and returns its origin. */
export function servePage(code: string, policy = ''): Promise<string> {
  return listen((request, response) => {
    const [type, body] = request.url === '/page.js' ? ['text/javascript', code] : ['text/html', HTML]
    response.setHeader('Content-Type', type).setHeader('Content-Security-Policy', policy).end(body)
  })
}
