import { getRequestListener } from '@hono/node-server'
import type { Response } from 'playwright'
import { expect, test } from 'vitest'
import { createJobSimulator } from '../../src/testing.js'
import { listen } from '../support/listen.js'
import { collectConsoleErrors, openPage, startBrowser } from '../support/openPage.js'
import { getCard, getStatus, rows } from './locators.js'
import { serveDashboard } from './serveDashboard.js'

startBrowser()

const KEY = 'an-account-wide-secret-key'
const PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'
const PROMPT_VERSION_ID = '0b6e7c1e-6a39-4a1b-9d2c-333333333333'
const DATASET_ID = '0b6e7c1e-6a39-4a1b-9d2c-444444444444'

/** Simulated service on another origin that requires the API key and records cookies. */
async function startService() {
  const simulator = createJobSimulator({ token: KEY, basePath: '/private/api/v2', projectIds: [PROJECT_ID] })
  const listener = getRequestListener(simulator, { overrideGlobalObjects: false })
  const cookies: string[] = []
  const origin = await listen((request, response) => {
    if (request.headers.cookie) cookies.push(request.headers.cookie)
    return listener(request, response)
  })
  return { url: `${origin}/private/api/v2/`, cookies }
}

test('dashboard prompts for a project ID when the URL has none', async () => {
  const service = await startService()
  const page = await openPage()
  await page.goto(await serveDashboard({ OPTIMIZATION_API_URL: service.url, OPTIMIZATION_API_KEY: KEY }))
  await page.getByLabel('Project ID').fill(PROJECT_ID)
  await page.getByRole('button', { name: 'Show jobs' }).click()
  await page.getByText('No jobs yet').waitFor()
})

test('dashboard works with a real service and keeps the API key on the server', async () => {
  const service = await startService()
  const origin = await serveDashboard({ OPTIMIZATION_API_URL: service.url, OPTIMIZATION_API_KEY: KEY })
  const page = await openPage()
  const consoleErrors = collectConsoleErrors(page)
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  await page.context().addCookies([{ name: 'session', value: 'of the browser', url: origin }])

  await page.goto(`${origin}/?project=${PROJECT_ID}`)
  await page.getByText('No jobs yet').waitFor()
  expect(await page.getByText('This is a simulation.').count()).toBe(0)

  await page.getByLabel('Prompt', { exact: true }).selectOption('Order classifier')
  await page.getByLabel('Version').getByText('v3 · latest').waitFor({ state: 'attached' })
  await page.getByLabel('Dataset').selectOption('Short messages')
  await page.getByRole('button', { name: 'Start job' }).click()
  await getStatus(rows(page), 'Queued').waitFor()
  await getCard(rows(page)).getByText('Waiting to start').waitFor()

  expect(responses.some((response) => response.status() === 202)).toBe(true)
  for (const response of responses) {
    const exposed = [
      await response.text(),
      JSON.stringify(await response.allHeaders()),
      JSON.stringify(await response.request().allHeaders()),
    ]
    expect(exposed.join('\n')).not.toContain(KEY)
  }
  expect(service.cookies).toEqual([])
  expect(consoleErrors).toEqual([])
})

test('dashboard proxy rejects cross-site starts and unknown paths', async () => {
  const service = await startService()
  const origin = await serveDashboard({ OPTIMIZATION_API_URL: service.url, OPTIMIZATION_API_KEY: KEY })
  const jobs = `${origin}/api/v2/projects/${PROJECT_ID}/prompt-optimization-jobs`
  const body = JSON.stringify({ prompt_template_version_id: PROMPT_VERSION_ID, dataset_id: DATASET_ID })
  const startFrom = (site: string) =>
    fetch(jobs, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': site },
      body,
    })

  expect((await startFrom('same-origin')).status).toBe(202)
  expect((await startFrom('cross-site')).status).toBe(403)
  expect((await fetch(`${origin}/api/v2/projects`)).status).toBe(404)
})

test.each([
  ['OPTIMIZATION_API_URL', 'https://service.example/api/v2', 'OPTIMIZATION_API_KEY is not set'],
  ['OPTIMIZATION_API_KEY', KEY, 'OPTIMIZATION_API_URL is not set'],
])(
  'dashboard server fails to start with only %s set and names the missing variable',
  async (name, value, message) => {
    await expect(serveDashboard({ [name]: value })).rejects.toThrow(message)
  },
)
