import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'postcss'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectConsoleErrors, openPage, startBrowser } from '../support/openPage.js'
import { createConsumer } from './support/createConsumer.js'
import { findViolations } from './support/findViolations.js'
import { readCssBlocks } from './support/readCssBlocks.js'
import { readStyle } from './support/readStyle.js'
import { resolveColor } from './support/resolveColor.js'
import { run } from './support/run.js'
import { serveFolder } from './support/serveFolder.js'
import { startUiRegistry } from './support/startUiRegistry.js'

const APP = 'test/consumers/shadcnApp'
const GUIDE = 'docs/guides/theming.md'

startBrowser()

let consumer: Awaited<ReturnType<typeof createConsumer>>

beforeAll(async () => {
  consumer = await createConsumer()
  const { folder, tarball, pickVersions, write } = consumer
  const [inCss = '', inJavaScript = ''] = await readCssBlocks(GUIDE, '## Tailwind CSS')
  await cp(APP, folder, { recursive: true })
  await write({
    'package.json': JSON.stringify({
      private: true,
      type: 'module',
      dependencies: {
        ...pickVersions('react', 'react-dom', '@tanstack/react-query', 'zod', 'vite', '@vitejs/plugin-react'),
        ...pickVersions('typescript', '@types/react', '@types/react-dom'),
        tailwindcss: '4.3.5',
        '@tailwindcss/vite': '4.3.5',
        clsx: '2.1.1',
        'tailwind-merge': '3.4.0',
        'react-prompt-optimization': tarball,
      },
    }),
    'src/inCss.css': inCss,
    'src/inJavaScript.css': inJavaScript,
  })
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], folder)
  await addItems(folder)
  await run('npx', ['tsc'], folder)
  await run('npx', ['vite', 'build', '--logLevel', 'warn'], folder)
})

afterAll(() => consumer?.remove())

/** Runs the commands of the guide. */
async function addItems(folder: string) {
  const guide = await readFile('docs/guides/shadcn.md', 'utf8')
  const items = [...guide.matchAll(/^npx shadcn@latest add (\S+)$/gm)].map(([, item = '']) => item)
  const registry = await startUiRegistry(join(APP, 'ui'))
  const cli = join(process.cwd(), 'node_modules/.bin/shadcn')
  await run(cli, ['add', '--yes', ...items], folder, { REGISTRY_URL: registry.url })
  registry.stop()
}

async function openApp(path: string) {
  const page = await openPage()
  const errors = collectConsoleErrors(page)
  await page.goto(`${await serveFolder(join(consumer.folder, 'dist'))}/${path}`)
  return { page, errors, card: (name: string) => page.getByRole('article', { name }) }
}

describe.each([
  ['CSS', 'inCss'],
  ['JavaScript', 'inJavaScript'],
])('Tailwind CSS, with the stylesheet imported in %s', (_title, name) => {
  it('its reset leaves borders and buttons', async () => {
    const { page, card } = await openApp(`${name}.html`)
    const plain = card('plain')
    const button = plain.getByRole('button', { name: 'Cancel job' })
    await button.waitFor()
    expect(await readStyle(plain, 'border-top-width')).toBe('1px')
    expect(await readStyle(button, 'border-top-width')).toBe('1px')
    expect(await readStyle(button, 'border-top-color')).toBe('rgb(228, 228, 231)')
    expect(await readStyle(page.getByRole('button', { name: 'Start job' }), 'background-color')).toBe(
      'rgb(79, 70, 229)',
    )
    expect(await readStyle(plain.getByText('123'), 'font-weight')).toBe('600')
  })

  it('a utility in className wins', async () => {
    const { card } = await openApp(`${name}.html`)
    const styled = card('utilities')
    await styled.waitFor()
    expect(await readStyle(styled, 'border-top-left-radius')).toBe('0px')
    expect(await readStyle(styled, 'padding-top')).toBe('32px')
    expect(await readStyle(styled, 'border-top-width')).toBe('4px')
    expect(await readStyle(styled, 'background-color')).toBe(
      await resolveColor(styled, 'var(--color-red-500)'),
    )
  })
})

describe('shadcn/ui', () => {
  it.each(['light', 'dark'])('the components have its colors in %s, and pass axe', async (scheme) => {
    const { page, errors, card } = await openApp(`index.html?${scheme}`)
    const completed = card('completed')
    await completed.getByRole('link', { name: 'Test run' }).waitFor()
    await card('running').getByRole('progressbar').waitFor()
    const rows = page.getByRole('list', { name: 'Jobs' })
    await rows.getByText('Running').first().waitFor()
    const badge = page.locator('[data-slot=badge]', { hasText: 'Completed' })
    const button = card('running').getByRole('button', { name: 'Cancel job' })
    const submit = page.getByRole('button', { name: 'Start job' })
    const loadMore = page.getByRole('button', { name: 'Show more jobs' })
    const styles = {
      page: await readStyle(page.locator('body'), 'background-color'),
      surface: await readStyle(completed, 'background-color'),
      border: await readStyle(completed, 'border-top-color'),
      text: await readStyle(completed.getByRole('heading', { name: 'completed' }), 'color'),
      mutedText: await readStyle(completed.getByText('What changed'), 'color'),
      rows: await readStyle(rows, 'background-color'),
      badge: await readStyle(badge, 'color'),
      button: await readStyle(button, 'border-top-color'),
      submit: await readStyle(submit, 'background-color'),
      loadMore: await readStyle(loadMore, 'background-color'),
      themed: await readStyle(card('themed'), 'background-color'),
      scheme: (await readStyle(completed, 'color-scheme')) === 'dark' ? 'dark' : 'light',
    }
    const resolve = (variable: string) => resolveColor(completed, `var(--${variable})`)
    expect(styles).toEqual({
      page: await resolve('background'),
      surface: await resolve('card'),
      border: await resolve('border'),
      text: await resolve('card-foreground'),
      mutedText: await resolve('muted-foreground'),
      rows: await resolve('card'),
      badge: await resolve('muted-foreground'),
      button: await resolve('border'),
      submit: await resolve('primary'),
      loadMore: await resolve('background'),
      themed: await resolve('card'),
      scheme,
    })
    expect(await findViolations(page)).toEqual([])
    expect(errors).toEqual([])
  })

  it('the corners are those of its components', async () => {
    const { page, card } = await openApp('index.html')
    await card('completed').waitFor()
    // --radius is 10px: rounded-xl is 14px, rounded-md is 8px.
    expect(await readStyle(card('completed'), 'border-top-left-radius')).toBe('14px')
    expect(await readStyle(page.locator('[data-slot=badge]').first(), 'border-top-left-radius')).toBe('8px')
  })

  it('the CLI keeps the installed version of the package', async () => {
    const { dependencies } = JSON.parse(await readFile(join(consumer.folder, 'package.json'), 'utf8'))
    expect(dependencies['react-prompt-optimization']).toBe(consumer.tarball)
  })

  it('the theme is that of the guide', async () => {
    const { items } = JSON.parse(await readFile('registry/registry.json', 'utf8'))
    const [block = ''] = await readCssBlocks(GUIDE, '### shadcn/ui')
    const rules = parse(block).nodes.flatMap((rule) =>
      rule.type === 'rule'
        ? [
            [
              rule.selector.replace(/\s+/g, ' '),
              Object.fromEntries(
                rule.nodes.flatMap((node) => (node.type === 'decl' ? [[node.prop, node.value]] : [])),
              ),
            ],
          ]
        : [],
    )
    const [inCss = ''] = await readCssBlocks(GUIDE, '## Tailwind CSS')
    const { '@import "react-prompt-optimization/styles.css" layer(components)': stylesheet, ...css } =
      items[0].css
    expect(stylesheet).toEqual({})
    expect(inCss).toContain("@import 'react-prompt-optimization/styles.css' layer(components);")
    expect(css).toEqual(Object.fromEntries(rules))
  })
})
