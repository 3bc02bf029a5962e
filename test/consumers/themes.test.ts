import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectConsoleErrors, openPage, startBrowser } from '../support/openPage.js'
import { createConsumer } from './support/createConsumer.js'
import { findViolations } from './support/findViolations.js'
import { readCssBlocks } from './support/readCssBlocks.js'
import { readStyle } from './support/readStyle.js'
import { resolveColor } from './support/resolveColor.js'
import { run } from './support/run.js'
import { serveFolder } from './support/serveFolder.js'

const GUIDE = 'docs/guides/theming.md'

startBrowser()

let consumer: Awaited<ReturnType<typeof createConsumer>>

beforeAll(async () => {
  consumer = await createConsumer()
  const { folder, tarball, pickVersions, write } = consumer
  const readBlock = async (heading: string) => (await readCssBlocks(GUIDE, heading)).join('\n')
  await cp('test/consumers/themesApp', folder, { recursive: true })
  await write({
    'package.json': JSON.stringify({
      private: true,
      type: 'module',
      dependencies: {
        ...pickVersions('react', 'react-dom', '@tanstack/react-query', 'zod', 'vite'),
        '@emotion/react': '11.14.0',
        '@emotion/styled': '11.14.1',
        '@mantine/core': '9.8.1',
        '@mantine/hooks': '9.8.1',
        '@mui/material': '9.5.0',
        '@radix-ui/themes': '3.3.0',
        'react-prompt-optimization': tarball,
      },
    }),
    'src/mui.css': await readBlock('### MUI'),
    'src/radix.css': await readBlock('### Radix Themes'),
    'src/mantine.css': await readBlock('### Mantine'),
    'src/lightDark.css': await readBlock('### Tokens with `light-dark()`'),
  })
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], folder)
  await run('npx', ['vite', 'build', '--logLevel', 'error'], folder)
})

afterAll(() => consumer?.remove())

const serveApp = () => serveFolder(join(consumer.folder, 'dist'))

describe.each([
  {
    library: 'MUI',
    page: 'mui',
    surface: 'var(--mui-palette-background-paper)',
    border: 'var(--mui-palette-divider)',
    text: 'var(--mui-palette-text-primary)',
    mutedText: 'var(--mui-palette-text-secondary)',
    link: 'var(--mui-palette-primary-main)',
    button: 'var(--mui-palette-primary-main)',
    lowContrast: [],
  },
  {
    library: 'Radix Themes',
    page: 'radix',
    surface: 'var(--color-panel-solid)',
    border: 'var(--gray-5)',
    text: 'var(--gray-12)',
    mutedText: 'var(--gray-11)',
    link: 'var(--accent-11)',
    button: 'var(--accent-9)',
    lowContrast: [],
  },
  {
    library: 'Mantine',
    page: 'mantine',
    surface: 'var(--mantine-color-default)',
    border: 'var(--mantine-color-default-border)',
    text: 'var(--mantine-color-text)',
    mutedText: 'color-mix(in srgb, var(--mantine-color-dimmed) 60%, var(--mantine-color-text))',
    link: 'color-mix(in srgb, var(--mantine-color-anchor) 70%, var(--mantine-color-bright))',
    button: 'var(--mantine-primary-color-filled)',
    lowContrast: ['Start job'],
  },
])('$library', ({ page: name, surface, border, text, mutedText, link, button, lowContrast }) => {
  it.each(['light', 'dark'])('the card has its colors in %s, with enough contrast', async (scheme) => {
    const page = await openPage()
    const errors = collectConsoleErrors(page)
    await page.goto(`${await serveApp()}/${name}.html?${scheme}`)
    const card = page.getByRole('article', { name: 'completed' })
    const submit = page.getByRole('button', { name: 'Start job' })
    const showMore = card.getByRole('button', { name: 'Show more' })
    await showMore.waitFor()
    const styles = {
      surface: await readStyle(card, 'background-color'),
      border: await readStyle(card, 'border-top-color'),
      text: await readStyle(card.getByRole('heading', { name: 'completed' }), 'color'),
      mutedText: await readStyle(card.getByText('What changed'), 'color'),
      link: await readStyle(showMore, 'color'),
      button: await readStyle(submit, 'background-color'),
      scheme: await readStyle(card, 'color-scheme'),
    }
    expect(styles).toEqual({
      surface: await resolveColor(card, surface),
      border: await resolveColor(card, border),
      text: await resolveColor(card, text),
      mutedText: await resolveColor(card, mutedText),
      link: await resolveColor(card, link),
      button: await resolveColor(card, button),
      scheme,
    })
    // Not that of the library's reset.
    const fontSize = await readStyle(card.getByRole('button', { name: 'Details' }), 'font-size')
    expect(Number.parseFloat(fontSize)).toBeCloseTo(13, 1)
    const violations = await findViolations(page, ['color-contrast'])
    expect(violations.filter((violation) => !lowContrast.some((part) => violation.includes(part)))).toEqual(
      [],
    )
    expect(errors).toEqual([])
  })
})

it('a token with light-dark() follows the system and data-theme in a build of Vite', async () => {
  const page = await openPage({ colorScheme: 'light' })
  await page.goto(`${await serveApp()}/lightDark.html`)
  const card = page.getByRole('article', { name: 'running' })
  const surface = () => readStyle(card, 'background-color')
  const LIGHT = 'rgb(255, 255, 255)'
  const DARK = 'rgb(17, 34, 51)'
  expect(await surface()).toBe(LIGHT)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await surface()).toBe(DARK)
  await page.evaluate("document.documentElement.dataset.theme = 'light'")
  expect(await surface()).toBe(LIGHT)
  await card.evaluate((element) => element.setAttribute('data-theme', 'dark'))
  expect(await surface()).toBe(DARK)
})
