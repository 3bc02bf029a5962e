import type { Locator, Page } from 'playwright'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { buildPage } from '../support/buildPage.js'
import { openPage, startBrowser } from '../support/openPage.js'
import { servePage } from '../support/servePage.js'

startBrowser()

let code: string
let page: Page

beforeAll(async () => {
  code = await buildPage(new URL('./readAloudPage.tsx', import.meta.url))
})

beforeEach(async () => {
  page = await openPage({ locale: 'en-US', timezoneId: 'UTC' })
  await page.clock.setFixedTime('2026-01-15T12:00:00Z')
  await page.goto(await servePage(code))
})

/** Card of a state of the page, after a click on a button. */
async function openCard(state: string, button?: string): Promise<Locator> {
  const card = page.locator(`#${state}`)
  if (button) await card.getByRole('button', { name: new RegExp(`^${button}`) }).click()
  await card.waitFor()
  return card
}

/** Snapshots contain no values of progress bars. */
const getProgress = (card: Locator) => card.getByRole('progressbar').getAttribute('aria-valuetext')

test('a queued job is read with its status and that it waits', async () => {
  const card = await openCard('queued')
  expect(await card.ariaSnapshot()).toMatchInlineSnapshot(`
    "- article "Job 11111111":
      - heading "Job 11111111" [level=3]
      - text: Queued
      - time: Created 12s ago
      - text: Waiting to start
      - progressbar "Progress"
      - button "Details Job 11111111": Details
      - button "Cancel job Job 11111111": Cancel job"
  `)
  // The status is read before.
  expect(await getProgress(card)).toBeNull()
})

test('a running job is read with its step, and its details with every step', async () => {
  const card = await openCard('running', 'Details')
  expect(await card.ariaSnapshot()).toMatchInlineSnapshot(`
    "- article "Job 22222222":
      - heading "Job 22222222" [level=3]
      - time: Running for 3:12
      - text: Optimizing prompt
      - progressbar "Progress"
      - list "Data sources":
        - listitem:
          - strong: "123"
          - text: human labels
        - listitem:
          - strong: "45"
          - text: feedback items
      - button "Details Job 22222222" [expanded]: Details
      - list "Steps":
        - listitem: Analyzing examples , done, 1:00
        - listitem: Optimizing prompt 2:12
        - listitem: 2 more steps
      - term: Created
      - definition:
        - time: Thursday, January 15, 2026 at 11:56:48 AM UTC
      - term: Job ID
      - definition:
        - code: 22222222-0d44-4b50-8888-8dd25736052a
        - button "Copy job ID, Job 22222222"
      - term: Prompt template ID
      - definition:
        - code: 6f1a2f0e-51c3-4f0b-9a1d-0c5b8e7d2a11
        - button "Copy prompt template ID, Job 22222222"
      - term: Original version ID
      - definition:
        - code: b2d0c6a4-7e1f-4c53-8f7e-4a9d3b6c5e22
        - button "Copy original version ID, Job 22222222"
      - button "Cancel job Job 22222222": Cancel job"
  `)
  expect(await getProgress(card)).toBe('Step 2 of 4')
  expect(await card.locator('[aria-current=step]').textContent()).toContain('Optimizing prompt')
})

test('a stalled job without a connection is read with both problems', async () => {
  const card = await openCard('stalled')
  expect(await card.ariaSnapshot()).toMatchInlineSnapshot(`
    "- article "Job 33333333":
      - heading "Job 33333333" [level=3]
      - time: Running for 17:48
      - text: Optimizing prompt
      - progressbar "Progress"
      - text: No progress for 13m
      - list "Data sources":
        - listitem:
          - strong: "123"
          - text: human labels
        - listitem:
          - strong: "45"
          - text: feedback items
      - button "Details Job 33333333": Details
      - button "Cancel job Job 33333333": Cancel job
      - text: Can’t reach the service. Last updated 12s ago · Retrying in 8s
      - button "Retry now Job 33333333": Retry now"
  `)
  expect(await getProgress(card)).toBe('Step 2 of 4')
})

test('a completed job is read with its summary before its links', async () => {
  const card = await openCard('completed')
  expect(await card.ariaSnapshot()).toMatchInlineSnapshot(`
    "- article "Job 44444444":
      - heading "Job 44444444" [level=3]
      - text: Completed
      - time: Finished 2h ago · took 10m
      - list "Data sources":
        - listitem:
          - strong: "123"
          - text: human labels
        - listitem:
          - strong: "45"
          - text: feedback items
      - heading "What changed" [level=4]
      - text: Made the refund policy explicit.
      - button "Details Job 44444444": Details
      - group "Results":
        - link "Comparison Job 44444444":
          - /url: /comparisons/99999999-0d44-4b50-8888-8dd25736052a
          - text: Comparison
        - link "Test run Job 44444444":
          - /url: /test-runs/88888888-0d44-4b50-8888-8dd25736052a
          - text: Test run
        - link "New version Job 44444444":
          - /url: /versions/77777777-0d44-4b50-8888-8dd25736052a
          - text: New version"
  `)
})

test('a failed job is read with its reason, and its details with the failed step', async () => {
  const card = await openCard('failed', 'Details')
  expect(await card.ariaSnapshot()).toMatchInlineSnapshot(`
    "- article "Job 55555555":
      - heading "Job 55555555" [level=3]
      - time: Failed after 4m · 16m ago
      - text: "Failed in: Running baseline test Step 3 of 4 The dataset has no example with a label."
      - list "Data sources":
        - listitem:
          - strong: "0"
          - text: human labels
        - listitem:
          - strong: "45"
          - text: feedback items
      - button "Details Job 55555555" [expanded]: Details
      - list "Steps":
        - listitem: Analyzing examples , done, 1:00
        - listitem: Optimizing prompt , done, 1:00
        - listitem: Running baseline test , failed, 2:00
      - term: Created
      - definition:
        - time: Thursday, January 15, 2026 at 11:40:00 AM UTC
      - term: Finished
      - definition:
        - time: Thursday, January 15, 2026 at 11:44:00 AM UTC
      - term: Job ID
      - definition:
        - code: 55555555-0d44-4b50-8888-8dd25736052a
        - button "Copy job ID, Job 55555555"
      - term: Prompt template ID
      - definition:
        - code: 6f1a2f0e-51c3-4f0b-9a1d-0c5b8e7d2a11
        - button "Copy prompt template ID, Job 55555555"
      - term: Original version ID
      - definition:
        - code: b2d0c6a4-7e1f-4c53-8f7e-4a9d3b6c5e22
        - button "Copy original version ID, Job 55555555""
  `)
})

test('a confirmation is read after its button, with the question first', async () => {
  const card = await openCard('canceling', 'Cancel job')
  expect(await card.ariaSnapshot()).toMatchInlineSnapshot(`
    "- article "Job 66666666":
      - heading "Job 66666666" [level=3]
      - time: Running for 2:00
      - text: Optimizing prompt
      - progressbar "Progress"
      - list "Data sources":
        - listitem:
          - strong: "123"
          - text: human labels
        - listitem:
          - strong: "45"
          - text: feedback items
      - button "Details Job 66666666": Details
      - button "Cancel job Job 66666666" [expanded]: Cancel job
      - group:
        - text: Cancel this job? Its progress will be lost.
        - button "Yes, cancel job Job 66666666": Yes, cancel job
        - button "Keep job Job 66666666": Keep job"
  `)
  const description = 'Cancel this job? Its progress will be lost.'
  expect(await card.getByRole('button', { description }).allTextContents()).toEqual(['Yes, cancel job'])
})
