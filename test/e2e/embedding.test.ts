import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { buildPage } from '../support/buildPage.js'
import { openPage, startBrowser } from '../support/openPage.js'
import { servePage } from '../support/servePage.js'

startBrowser()

let code: string
let axe: string
let page: Page

beforeAll(async () => {
  code = await buildPage(new URL('./embeddingPage.tsx', import.meta.url))
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
})

beforeEach(async () => {
  page = await openPage({ viewport: { width: 600, height: 3000 } })
  await page.goto(await servePage(code))
  await page.getByRole('list', { name: 'Jobs' }).waitFor()
  await page.getByRole('option', { name: 'Call summary' }).waitFor({ state: 'attached' })
})

const getStyle = (selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

/** Texts whose contrast is below that of WCAG AA. */
async function findLowContrastTexts(): Promise<string[]> {
  await page.evaluate(axe)
  const { violations, passes } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
      runOnly: ['color-contrast'],
    }),
  )
  // Without a known color, axe reports no violation.
  expect(passes.flatMap(({ nodes }) => nodes).length).toBeGreaterThan(40)
  return violations.flatMap(({ nodes }) =>
    nodes.map(({ html, any }) => `${html.slice(0, 80)} ${any[0]?.message}`),
  )
}

test('what stands on the ground of an app that is dark without `color-scheme` has its color', async () => {
  await page.evaluate(() => document.body.setAttribute('data-dark', ''))
  await page.getByRole('button', { name: 'Start job' }).click()
  await page.locator('.rpo-field-error').first().waitFor()
  expect(await getStyle('.rpo-field-label', 'color')).toBe('rgb(237, 237, 237)')
  expect(await getStyle('.rpo-input', 'color')).toBe('rgb(24, 24, 27)')
  expect(await findLowContrastTexts()).toEqual([])
})

test('every text is readable in a light app', async () => {
  expect(await findLowContrastTexts()).toEqual([])
})

test.each(['class', 'data-theme'])('%s="dark" of an ancestor makes components dark', async (attribute) => {
  await page.evaluate((name) => {
    document.body.setAttribute('data-dark', '')
    document.documentElement.setAttribute(name, 'dark')
  }, attribute)
  expect(await getStyle('.rpo-card', 'background-color')).toBe('rgb(20, 20, 22)')
  expect(await getStyle('.rpo-input', 'background-color')).toBe('rgb(20, 20, 22)')
  expect(await findLowContrastTexts()).toEqual([])
  await page.evaluate(() => document.querySelector('main')?.classList.add('light'))
  expect(await getStyle('.rpo-card', 'background-color')).toBe('rgb(255, 255, 255)')
})

test('a token that Lightning CSS has rewritten keeps its color where the page has a theme', async () => {
  await page.evaluate(() => {
    const rewritten = 'var(--lightningcss-light, #fff) var(--lightningcss-dark, #123)'
    document.documentElement.style.setProperty('--rpo-surface', rewritten)
    document.documentElement.className = 'dark'
  })
  expect(await getStyle('.rpo-card', 'background-color')).toBe('rgb(17, 34, 51)')
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
  expect(await getStyle('.rpo-card', 'background-color')).toBe('rgb(255, 255, 255)')
})

test('a badge stands where a grid of the app places it', async () => {
  expect(await getStyle('.rpo-status-badge', 'grid-row-start')).toBe('auto')
})

test('`--rpo-radius` also reaches buttons, fields and messages', async () => {
  await page.evaluate(() => document.documentElement.style.setProperty('--rpo-radius', '3px'))
  expect(await getStyle('.rpo-card', 'border-radius')).toBe('3px')
  for (const selector of ['.rpo-button', '.rpo-input', '.rpo-line-block']) {
    expect(await getStyle(selector, 'border-radius'), selector).toBe('2px')
  }
})

test('a translucent surface is painted once', async () => {
  await page.evaluate(() => document.documentElement.style.setProperty('--rpo-surface', 'rgb(255 0 0 / 0.5)'))
  const trigger = page.locator('.rpo-row-trigger')
  await trigger.click()
  await page.locator('.rpo-row .rpo-button').waitFor()
  const doubled = await page.evaluate(() => {
    const isPainted = (element: Element) =>
      getComputedStyle(element).backgroundColor === 'rgba(255, 0, 0, 0.5)'
    return [...document.querySelectorAll('main :not(option)')]
      .filter(isPainted)
      .filter((element) => {
        for (let parent = element.parentElement; parent; parent = parent.parentElement) {
          if (isPainted(parent)) return true
        }
        return false
      })
      .map(({ className }) => className)
  })
  expect(doubled).toEqual([])
  expect(await getStyle('.rpo-form .rpo-input', 'background-color')).toBe('rgba(255, 0, 0, 0.5)')
})

test('form and list keep a distance, also under a reset of margins', async () => {
  const form = await page.locator('.rpo-form').boundingBox()
  const list = await page.locator('.rpo-form + .rpo-list').boundingBox()
  const submit = await page.getByRole('button', { name: 'Start job' }).boundingBox()
  expect(form && list && list.y - (form.y + form.height)).toBe(0)
  expect(submit && list && list.y - (submit.y + submit.height)).toBe(16)
})

test('the banner of an interruption shows the service’s own words', async () => {
  expect(await page.locator('.rpo-connection').first().innerText()).toContain('Maintenance')
})
