import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Connect, Plugin } from 'vite'
import { createProxyHandler } from '../../src/server.js'
import { createSimulatedService } from './simulatedService.js'

const SIMULATOR_TAG = '<meta name="job-service" content="simulator" />'

/**
 * Puts the job service on the page's own origin, under `/api/v2`: the simulator or, with `OPTIMIZATION_API_URL` and
 * `OPTIMIZATION_API_KEY`, the real service. The key stays in this process and never reaches the browser.
 */
export function jobService(): Plugin {
  const realService = realServiceIn(process.env)
  const handler = createProxyHandler({
    ...(realService ?? simulatedService()),
    // This server listens to this machine only. One that others can reach has to look up who is asking.
    authorize: () => true,
    allow: ['startJob', 'cancelJob'],
    onError: (error) => console.error(`The job service cannot be used: ${error.message}`),
  })
  const answer = getRequestListener(handler, { overrideGlobalObjects: false })
  const handleApiRequests: Connect.NextHandleFunction = (request, response, next) => {
    if (request.url?.startsWith('/api/v2/')) void answer(request, response)
    else next()
  }

  return {
    name: 'job-service',
    configureServer: (server) => void server.middlewares.use(handleApiRequests),
    configurePreviewServer({ middlewares, config }) {
      middlewares.use(handleApiRequests)
      if (!realService)
        middlewares.use(injectSimulatorTag(join(config.root, config.build.outDir, 'index.html')))
    },
    transformIndexHtml: (html) => (realService ? html : withSimulatorTag(html)),
  }
}

function realServiceIn({ OPTIMIZATION_API_URL: baseUrl, OPTIMIZATION_API_KEY: apiKey }: NodeJS.ProcessEnv) {
  if (!baseUrl && !apiKey) return null
  if (baseUrl && apiKey) return { baseUrl, apiKey }
  throw new Error(
    `${baseUrl ? 'OPTIMIZATION_API_KEY' : 'OPTIMIZATION_API_URL'} is not set. Set both OPTIMIZATION_API_URL ` +
      '(all that comes before /projects, such as https://service.example/api/v2) and OPTIMIZATION_API_KEY ' +
      'to use the real service, or neither to use the simulator.',
  )
}

function simulatedService() {
  const apiKey = 'the-key-of-the-simulator'
  return { baseUrl: 'http://simulator.invalid/api/v2', apiKey, fetch: createSimulatedService(apiKey) }
}

/** What is built does not know yet what will answer its calls, so it is told when it is served. */
function injectSimulatorTag(file: string): Connect.NextHandleFunction {
  return async (request, response, next) => {
    if (request.method !== 'GET' || !request.headers.accept?.includes('text/html')) return next()
    const html = await readFile(file, 'utf8').catch(() => null)
    if (html === null) return next()
    response.setHeader('Content-Type', 'text/html').setHeader('Cache-Control', 'no-cache')
    response.end(withSimulatorTag(html))
  }
}

function withSimulatorTag(html: string): string {
  return html.replace('</head>', `  ${SIMULATOR_TAG}\n  </head>`)
}
