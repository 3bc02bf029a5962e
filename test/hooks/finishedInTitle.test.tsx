import { act, render } from '@testing-library/react'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type OptimizationDefaults, useFinishedInTitle } from '../../src/index.js'
import { ar } from '../../src/locales/ar.js'
import { de } from '../../src/locales/de.js'
import { createTestApp } from '../../src/testingReact.js'
import { advance, scriptedFetch } from '../support/renderJobHook.js'
import { setJobs } from '../support/setJobs.js'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(document, 'hasFocus').mockReturnValue(false)
  document.title = 'Jobs'
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function Title() {
  useFinishedInTitle()
  return null
}

function renderTitle(children = <Title />, defaults: OptimizationDefaults = {}) {
  const { wrapper, queryClient } = createTestApp({ fetch: scriptedFetch(), ...defaults })
  return {
    ...render(children, { wrapper }),
    setStatuses: async (...statuses: string[]) => {
      await setJobs(
        queryClient,
        Object.fromEntries(statuses.map((status, index) => [`job-${index}`, status])),
      )
    },
  }
}

async function finish(app: ReturnType<typeof renderTitle>, ...statuses: string[]) {
  await app.setStatuses(...statuses.map(() => 'running'))
  await app.setStatuses(...statuses)
}

const focus = () => act(() => window.dispatchEvent(new Event('focus')))

it('counts jobs that completed and failed while the document was not focused, until it is', async () => {
  const app = renderTitle()
  await app.setStatuses('running', 'running', 'running', 'running')
  expect(document.title).toBe('Jobs')
  await app.setStatuses('completed', 'running', 'running', 'running')
  expect(document.title).toBe('✓ 1 finished · Jobs')
  await app.setStatuses('completed', 'completed', 'failed', 'cancelled')
  expect(document.title).toBe('✓ 2 finished · ✕ 1 failed · Jobs')
  focus()
  expect(document.title).toBe('Jobs')
})

it('counts nothing while the document is focused', async () => {
  vi.mocked(document.hasFocus).mockReturnValue(true)
  await finish(renderTitle(), 'completed')
  expect(document.title).toBe('Jobs')
})

it('starts again after a focus', async () => {
  const app = renderTitle()
  await finish(app, 'failed', 'failed', 'running')
  focus()
  await app.setStatuses('failed', 'failed', 'failed')
  expect(document.title).toBe('✕ 1 failed · Jobs')
})

it('precedes each title that the app sets, in the same moment', async () => {
  const app = renderTitle()
  await finish(app, 'completed')
  for (const title of ['Settings', 'Job 1', 'Job 1']) {
    document.title = title
    await advance()
    expect(document.title).toBe(`✓ 1 finished · ${title}`)
  }
  focus()
  expect(document.title).toBe('Job 1')
})

it('is not doubled by an app that writes a title that it read before', async () => {
  const app = renderTitle()
  await app.setStatuses('running', 'running', 'running')
  await app.setStatuses('completed', 'running', 'running')
  const read = document.title
  await app.setStatuses('completed', 'completed', 'failed')
  document.title = read
  await advance()
  expect(document.title).toBe('✓ 2 finished · ✕ 1 failed · Jobs')
  document.title = `(3) ${document.title}`
  await advance()
  expect(document.title).toBe('(3) ✓ 2 finished · ✕ 1 failed · Jobs')
  focus()
  expect(document.title).toBe('(3) Jobs')
  document.title = read
  await advance()
  expect(document.title).toBe('Jobs')
})

it('lets the page work beside a script that insists on its own title', async () => {
  const app = renderTitle()
  await finish(app, 'completed')
  const observer = new MutationObserver(() => {
    if (document.title !== 'Mine') document.title = 'Mine'
  })
  observer.observe(document.head, { childList: true, characterData: true, subtree: true })
  document.title = 'Mine'
  await advance(100)
  observer.disconnect()
  await advance(100)
  expect(document.title).toBe('✓ 1 finished · Mine')
})

it('is in the first title element only, as where React renders the title of a nested route', async () => {
  const app = renderTitle()
  await finish(app, 'completed')
  const nested = document.createElement('title')
  nested.textContent = 'Nested'
  document.head.prepend(nested)
  await advance()
  const titles = () => [...document.head.querySelectorAll('title')].map(({ textContent }) => textContent)
  expect(titles()).toEqual(['✓ 1 finished · Nested', 'Jobs'])
  nested.remove()
  await advance()
  expect(titles()).toEqual(['✓ 1 finished · Jobs'])
  focus()
  expect(titles()).toEqual(['Jobs'])
})

it('keeps the text node of the title, which frameworks may hold', async () => {
  const app = renderTitle()
  const text = document.querySelector('title')?.firstChild
  await finish(app, 'completed')
  expect(document.querySelector('title')?.firstChild).toBe(text)
  expect(text?.nodeValue).toBe('✓ 1 finished · Jobs')
})

it('restores the title on unmount, and stops observing it', async () => {
  const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect')
  const app = renderTitle()
  await finish(app, 'completed')
  document.title = 'Settings'
  app.unmount()
  expect(document.title).toBe('Settings')
  expect(disconnect).toHaveBeenCalledTimes(1)
  document.title = 'Later'
  await advance(1_000)
  expect(document.title).toBe('Later')
})

it('shows one count where two components use it, and under StrictMode', async () => {
  const app = renderTitle(
    <StrictMode>
      <Title />
      <Title />
    </StrictMode>,
  )
  await finish(app, 'completed')
  expect(document.title).toBe('✓ 1 finished · Jobs')
  app.unmount()
  expect(document.title).toBe('Jobs')
})

it('works in a page without a title', async () => {
  document.querySelector('title')?.remove()
  const app = renderTitle()
  await finish(app, 'failed')
  expect(document.title).toBe('✕ 1 failed ·')
  focus()
  expect(document.title).toBe('')
})

it.each([
  ['German', de, '✓ 2 abgeschlossen · ✕ 1 fehlgeschlagen · Jobs'],
  ['Arabic', ar, '✓ اكتملت مهمتان · ✕ فشلت مهمة واحدة · Jobs'],
])('uses the %s labels of the provider', async (_, labels, title) => {
  await finish(renderTitle(undefined, { labels }), 'completed', 'completed', 'failed')
  expect(document.title).toBe(title)
})

it('renders on a server', () => {
  const { wrapper: App } = createTestApp({ fetch: scriptedFetch() })
  const html = renderToString(
    <App>
      <Title />
    </App>,
  )
  expect(html).toContain('role="status"')
})
