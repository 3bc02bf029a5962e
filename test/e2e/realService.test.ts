import { getRequestListener } from '@hono/node-server'
import type { Response } from 'playwright'
import { expect, test } from 'vitest'
import { createJobSimulator } from '../../src/testing.js'
import { listen } from '../support/listen.js'
import { collectConsoleErrors, openPage, startBrowser, visibleText } from '../support/openPage.js'
import { cards } from './locators.js'
import { serveDashboard } from './serveDashboard.js'

startBrowser()

const KEY = 'an-account-wide-secret-key'
const PROJECT_ID = '0b6e7c1e-6a39-4a1b-9d2c-111111111111'
const PROMPT_VERSION_ID = '0b6e7c1e-6a39-4a1b-9d2c-333333333333'
const DATASET_ID = '0b6e7c1e-6a39-4a1b-9d2c-444444444444'

/** A service elsewhere that asks for the key, and keeps the cookies that it is sent. */
async function startService() {
  const simulator = createJobSimulator({ token: KEY, basePath: '/private/api/v2', projectIds: [PROJECT_ID] })
  const answer = getRequestListener(simulator, { overrideGlobalObjects: false })
  const cookies: string[] = []
  const origin = await listen((request, response) => {
    if (request.headers.cookie) cookies.push(request.headers.cookie)
    return answer(request, response)
  })
  return { url: `${origin}/private/api/v2/`, cookies }
}

test('the page asks for a project where its address names none', async () => {
  const service = await startService()
  const page = await openPage()
  await page.goto(await serveDashboard({ OPTIMIZATION_API_URL: service.url, OPTIMIZATION_API_KEY: KEY }))
  await page.getByLabel('Project id').fill(PROJECT_ID)
  await page.getByRole('button', { name: 'Show jobs' }).click()
  await page.getByText('There are no jobs yet.').waitFor()
})

test('the page works with a real service, and the key stays on the server', async () => {
  const service = await startService()
  const origin = await serveDashboard({ OPTIMIZATION_API_URL: service.url, OPTIMIZATION_API_KEY: KEY })
  const page = await openPage()
  const complaints = collectConsoleErrors(page)
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  await page.context().addCookies([{ name: 'session', value: 'of the browser', url: origin }])

  await page.goto(`${origin}/?project=${PROJECT_ID}`)
  await page.getByText('There are no jobs yet.').waitFor()
  expect(await page.getByText('This is a simulation.').count()).toBe(0)

  await page.getByLabel('Prompt version id').fill(PROMPT_VERSION_ID)
  await page.getByLabel('Dataset id').fill(DATASET_ID)
  await page.getByRole('button', { name: 'Start job' }).click()
  await visibleText(cards(page), 'Queued').waitFor()

  expect(responses.some((response) => response.status() === 202)).toBe(true)
  for (const response of responses) {
    const seen = [
      await response.text(),
      JSON.stringify(await response.allHeaders()),
      JSON.stringify(await response.request().allHeaders()),
    ]
    expect(seen.join('\n')).not.toContain(KEY)
  }
  expect(service.cookies).toEqual([])
  expect(complaints).toEqual([])
})

test('no other site can start a job, and nothing but the calls of the page is forwarded', async () => {
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
])('does not start with nothing but %s, and says what to do', async (name, value, message) => {
  await expect(serveDashboard({ [name]: value })).rejects.toThrow(message)
})
