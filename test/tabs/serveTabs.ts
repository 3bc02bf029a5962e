import { getRequestListener } from '@hono/node-server'
import { expect, vi } from 'vitest'
import { createJobSimulator, type Scenario } from '../../src/testing.js'
import { listen } from '../support/listen.js'

const PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'

interface JobRequest {
  tab: string
  jobId: string
  /** Milliseconds since the epoch. */
  at: number
}

/** Serves the page and a simulated service for one test. */
export async function serveTabs(code: string) {
  const simulator = createJobSimulator({ projectIds: [PROJECT_ID] })
  const listener = getRequestListener(simulator, { overrideGlobalObjects: false })
  const requests: JobRequest[] = []
  const brokenJobs = new Set<string>()
  let isHanging = false
  const navigations = new Set<() => void>()

  const origin = await listen((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://service.test')
    if (pathname === '/') {
      response
        .setHeader('Content-Type', 'text/html')
        .end('<!doctype html><title>Tab</title><script type="module" src="/page.js"></script>')
    } else if (pathname === '/slow') {
      navigations.add(() => response.setHeader('Content-Type', 'text/html').end('<!doctype html>'))
    } else if (pathname === '/page.js') {
      response.setHeader('Content-Type', 'text/javascript').end(code)
    } else {
      const jobId = pathname.split('/').at(-1) ?? ''
      requests.push({ tab: String(request.headers['x-tab']), jobId, at: Date.now() })
      if (isHanging) return
      if (brokenJobs.has(jobId)) response.writeHead(503).end()
      else void listener(request, response)
    }
  })

  return {
    requests,
    /** Leaves requests pending while on. */
    hang(isOn: boolean) {
      isHanging = isOn
    },
    /** Waits for a navigation to `/slow`, and returns the function that responds. */
    async waitForNavigation() {
      await vi.waitFor(() => expect(navigations.size).toBe(1))
      return [...navigations][0] as () => void
    },
    /** Advances the simulator by an hour. */
    endJobs: () => simulator.advance(3_600_000),
    addJob: (scenario: Scenario) => simulator.addJob({ projectId: PROJECT_ID, scenario }),
    /** Responds to requests for this job with 503. */
    failJob: (jobId: string) => brokenJobs.add(jobId),
    getRequests: (jobId: string) => requests.filter((request) => request.jobId === jobId),
    buildUrl(tab: string, ...jobIds: string[]) {
      const query = new URLSearchParams([
        ['tab', tab],
        ['project', PROJECT_ID],
        ...jobIds.map((jobId) => ['job', jobId]),
      ])
      return `${origin}/?${query}`
    },
  }
}
