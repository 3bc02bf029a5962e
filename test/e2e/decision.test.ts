import { expect, test } from 'vitest'
import { collectConsoleErrors, openPage, startBrowser, visibleText } from '../support/openPage.js'
import { getCard, getRow, LONG_TIMEOUT, rows, startJob } from './locators.js'
import { serveDashboard } from './serveDashboard.js'

startBrowser()

test('a job is started by name, its outcome read, its version deployed, and it is run again', async () => {
  const page = await openPage()
  const consoleErrors = collectConsoleErrors(page)
  await page.goto(await serveDashboard({ SIMULATOR_SPEED: '60' }))
  await rows(page).first().waitFor()
  await page.getByRole('combobox', { name: 'Prompt' }).selectOption('Support reply')
  await page.getByRole('combobox', { name: 'Version' }).selectOption('v12')
  await page.getByRole('combobox', { name: 'Dataset' }).selectOption('Refund conversations')
  await page.getByRole('textbox', { name: /^Instructions/ }).fill('Be kind.')
  const name = await startJob(page)
  expect(await getRow(page, name).innerText()).toContain('Support reply')
  await page.getByRole('status').getByRole('link', { name: 'Open job' }).click()

  const card = page.getByRole('article')
  await card.getByRole('row', { name: /^Accuracy/ }).waitFor(LONG_TIMEOUT)
  await card.getByRole('button', { name: /^Details/ }).click()
  await card.getByText('Refund conversations').waitFor()
  await card.getByText('Be kind.').waitFor()

  await card.getByRole('button', { name: /^Deploy…/ }).click()
  await card.getByRole('combobox', { name: 'Environment' }).selectOption('staging')
  await card.getByText(/^Deploy Support reply v13 to staging\?/).waitFor()
  await card.getByRole('button', { name: 'Deploy to staging' }).click()
  await visibleText(card, /is deployed to staging\./).waitFor()

  await card.getByRole('button', { name: /^Run again…/ }).click()
  expect(await card.getByRole('textbox', { name: /^Instructions/ }).inputValue()).toBe('Be kind.')
  await card.getByRole('button', { name: 'Start job' }).click()
  await card.getByRole('link', { name: 'Open job' }).click()
  await page.getByText('Created').or(page.getByText('Running for')).first().waitFor()
  expect(await page.getByRole('heading', { level: 2 }).innerText()).not.toContain(name)
  expect(consoleErrors).toEqual([])
})

test('by keyboard alone, a version is deployed and a job is run again', async () => {
  const page = await openPage()
  const consoleErrors = collectConsoleErrors(page)
  await page.goto(await serveDashboard({ SIMULATOR_SPEED: '60' }))
  const name = await startJob(page)
  const card = getCard(getRow(page, name))
  await card.getByRole('link', { name: /^Open/ }).press('Enter')
  const deploy = page.getByRole('button', { name: /^Deploy…/ })
  await deploy.waitFor(LONG_TIMEOUT)
  await deploy.press('Enter')
  await page
    .getByRole('combobox', { name: 'Environment' })
    .locator('option', { hasText: 'staging' })
    .waitFor({ state: 'attached' })
  await page.keyboard.press('Tab')
  await page.keyboard.type('staging')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await visibleText(page.getByRole('article'), /is deployed to staging\./).waitFor()

  const again = page.getByRole('button', { name: /^Run again…/ })
  await page.keyboard.press('Tab')
  expect(await again.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: /^Instructions/ }).press('Control+A')
  await page.getByRole('button', { name: 'Start job' }).press('Enter')
  await page.getByRole('link', { name: 'Open job' }).waitFor()
  expect(await again.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(consoleErrors).toEqual([])
})
