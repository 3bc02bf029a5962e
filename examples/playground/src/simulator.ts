import { createOptimizationClient } from 'react-prompt-optimization/api'
import { catalog, createJobSimulator } from 'react-prompt-optimization/testing'

const SECOND_MS = 1_000
const HOUR_MS = 3_600_000

export const projectId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

const [promptTemplate] = catalog.promptTemplates
export const promptTemplateId = promptTemplate.id
export const datasetId = catalog.datasets[0].id

/** The service, in memory. A job of 320 s takes 16 s. */
const simulator = createJobSimulator({
  speed: 20,
  scenario: ({ user_instructions: instructions }) => {
    if (/fail/i.test(instructions ?? '')) return 'failed'
    return /cancel/i.test(instructions ?? '') ? 'cancelled' : 'happy'
  },
})

const startBody = { prompt_template_version_id: promptTemplate.versions[0].id }

simulator.addJob({ projectId, scenario: 'cancelled', ageMs: 26 * HOUR_MS, startBody })
simulator.addJob({ projectId, scenario: 'failed', ageMs: 5 * HOUR_MS, startBody })
simulator.addJob({ projectId, scenario: 'happy', ageMs: 2 * HOUR_MS, startBody })

/** A job that is over 14 s after the page has loaded. */
export const firstJobId = simulator.addJob({ projectId, scenario: 'happy', ageMs: 2 * SECOND_MS, startBody })

// In your app: `createOptimizationClient({ baseUrl: '/api/v2' })`, with the proxy at that path.
export const client = createOptimizationClient({ baseUrl: '/api/v2', fetch: simulator })
