import { createJobSimulator, type JobSimulatorOptions } from '../../src/testing.js'

export const PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'
export const OTHER_PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-333333333333'
export const UNKNOWN_ID = '0b6e7c1e-6a39-4a1b-9d2c-999999999999'
export const START = Date.parse('2026-01-15T09:30:00Z')

/** Valid body of a startJob request. */
export const START_BODY = {
  prompt_template_version_id: 'b2d0c6a4-7e1f-4c53-8f7e-4a9d3b6c5e22',
  dataset_id: '8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684',
}

/** Simulator whose clock is advanced only by `wait`, with shorthands for its operations. */
export function setUp(options: JobSimulatorOptions = {}) {
  let time = START
  const simulator = createJobSimulator({ now: () => time, ...options })
  const jobsPath = `/api/v2/projects/${PROJECT_ID}/prompt-optimization-jobs`

  /** Sends a request and parses the response, which must always be JSON. */
  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await simulator(
      new Request(`https://service.test${path}`, {
        method,
        headers,
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    )
    return { response, status: response.status, body: await response.json() }
  }

  return {
    simulator,
    jobsPath,
    send,
    get: async (jobId: string) => (await send('GET', `${jobsPath}/${jobId}`)).body,
    list: async (query = '') => (await send('GET', `${jobsPath}${query}`)).body,
    start: (body: unknown = START_BODY) => send('POST', jobsPath, body),
    cancel: (jobId: string) => send('POST', `${jobsPath}/${jobId}/cancel`),
    wait(ms: number) {
      time += ms
    },
  }
}
