import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Connect, Plugin } from 'vite'
import { createProxyHandler } from '../../src/server.js'
import { createSimulatedService } from './simulatedService.js'

const SIMULATOR_TAG = '<meta name="job-service" content="simulator" />'

/**
 * Proxies the job service under `/api/v2`: the simulator or, with `OPTIMIZATION_API_URL` and `OPTIMIZATION_API_KEY`, the real
 * service. The key never reaches the browser.
 */
export function jobService(): Plugin {
  const realService = resolveRealService(process.env)
  const handler = createProxyHandler({
    ...(realService ?? createSimulatorOptions()),
    // This server listens on localhost only. A public server must check the session of the user.
    authorize: () => true,
    allow: [
      'startJob',
      'cancelJob',
      'listPromptTemplates',
      'listPromptVersions',
      'listDatasets',
      'getPromptVersion',
      'listEnvironments',
      'deployPromptVersion',
      'getTestRun',
      'listTestRuns',
    ],
    onError: (error) => console.error(`Job service error: ${error.message}`),
  })
  const handleRequest = getRequestListener(handler, { overrideGlobalObjects: false })
  const apiMiddleware: Connect.NextHandleFunction = (request, response, next) => {
    if (request.url?.startsWith('/api/v2/')) void handleRequest(request, response)
    else next()
  }

  return {
    name: 'job-service',
    configureServer: (server) => void server.middlewares.use(apiMiddleware),
    configurePreviewServer({ middlewares, config }) {
      middlewares.use(apiMiddleware)
      if (!realService)
        middlewares.use(injectSimulatorTag(join(config.root, config.build.outDir, 'index.html')))
    },
    transformIndexHtml: (html) => (realService ? html : addSimulatorTag(html)),
  }
}

function resolveRealService({
  OPTIMIZATION_API_URL: baseUrl,
  OPTIMIZATION_API_KEY: apiKey,
}: NodeJS.ProcessEnv) {
  if (!baseUrl && !apiKey) return null
  if (baseUrl && apiKey) return { baseUrl, apiKey }
  throw new Error(
    `${baseUrl ? 'OPTIMIZATION_API_KEY' : 'OPTIMIZATION_API_URL'} is not set. Set both OPTIMIZATION_API_URL ` +
      '(everything before /projects, such as https://service.example/api/v2) and OPTIMIZATION_API_KEY ' +
      'to use the real service, or neither to use the simulator.',
  )
}

function createSimulatorOptions() {
  const apiKey = 'simulator-api-key'
  return { baseUrl: 'http://simulator.invalid/api/v2', apiKey, fetch: createSimulatedService(apiKey) }
}

/** The service is configured when the build is served, so the tag is injected then. */
function injectSimulatorTag(file: string): Connect.NextHandleFunction {
  return async (request, response, next) => {
    if (request.method !== 'GET' || !request.headers.accept?.includes('text/html')) return next()
    const html = await readFile(file, 'utf8').catch(() => null)
    if (html === null) return next()
    response.setHeader('Content-Type', 'text/html').setHeader('Cache-Control', 'no-cache')
    response.end(addSimulatorTag(html))
  }
}

function addSimulatorTag(html: string): string {
  return html.replace('</head>', `  ${SIMULATOR_TAG}\n  </head>`)
}
