import type { ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { expect, vi } from 'vitest'
import { createJobSimulator } from '../../src/testing.js'
import { buildPage } from '../support/buildPage.js'
import { listen } from '../support/listen.js'
import { collectConsole } from './collectConsole.js'

const PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'

interface JobRequest {
  /** Name of the window that sent it. */
  window: string
  /** Milliseconds since the epoch. */
  at: number
}

/** Serves `pages/jobPage.tsx` and a simulated service with a running job, for one test. */
export async function serveJobs() {
  const code = await buildPage(new URL('./pages/jobPage.tsx', import.meta.url))
  const simulator = createJobSimulator({ projectIds: [PROJECT_ID] })
  const jobId = simulator.addJob({
    projectId: PROJECT_ID,
    scenario: {
      pendingMs: 0,
      steps: [{ name: 'Optimizing prompt', durationMs: 3_600_000 }],
      ending: { outcome: 'completed', changesSummary: null },
    },
  })
  const listener = getRequestListener(simulator, { overrideGlobalObjects: false })
  const { script, messages, handle } = await collectConsole()
  const requests: JobRequest[] = []
  const navigations: (() => void)[] = []
  let mode: 'responding' | 'hanging' | 'disconnected' = 'responding'

  const sendHtml = (response: ServerResponse, body = '') =>
    response
      .setHeader('Content-Type', 'text/html')
      .end(
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>Job</title><link rel="icon" href="data:,">${script}${body}`,
      )

  const origin = await listen((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://service.test')
    if (handle(request, response)) return
    if (pathname === '/') {
      const links = '<a href="/slow">Slow page</a> <a href="/attachment">Attachment</a>'
      sendHtml(response, `<body>${links}<script type="module" src="/page.js"></script>`)
    } else if (pathname === '/page.js') response.setHeader('Content-Type', 'text/javascript').end(code)
    else if (pathname === '/other') sendHtml(response)
    else if (pathname === '/slow') navigations.push(() => sendHtml(response))
    else if (pathname === '/attachment') {
      response.setHeader('Content-Type', 'application/octet-stream')
      response.setHeader('Content-Disposition', 'attachment; filename="report.bin"')
      navigations.push(() => response.end('report'))
    } else {
      requests.push({ window: String(request.headers['x-window']), at: Date.now() })
      if (mode === 'disconnected') request.socket.destroy()
      else if (mode === 'responding') void listener(request, response)
    }
  })

  return {
    origin,
    requests,
    consoleErrors: messages,
    /** How the service treats requests. While it is hanging, they stay pending. */
    setMode(next: typeof mode) {
      mode = next
    },
    /** Waits for a navigation to `/slow` or `/attachment`, and returns the function that responds. */
    waitForNavigation: () =>
      vi.waitFor(() => {
        expect(navigations).toHaveLength(1)
        return navigations[0] as () => void
      }),
    /** Waits for another request of the job. */
    async waitForRequest(): Promise<JobRequest> {
      const count = requests.length
      await vi.waitFor(() => expect(requests.length).toBeGreaterThan(count), {
        timeout: 10_000,
        interval: 10,
      })
      return requests[count] as JobRequest
    },
    endJob: () => simulator.advance(3_600_000),
    buildUrl: (window: string, { shared = false } = {}) =>
      `${origin}/?${new URLSearchParams({ window, project: PROJECT_ID, job: jobId, ...(shared && { shared: '' }) })}`,
  }
}
