import { act, render, renderHook, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type OptimizationDefaults,
  type UseFinishNotificationOptions,
  useFinishNotification,
} from '../../src/index.js'
import { ar } from '../../src/locales/ar.js'
import { createTestApp } from '../../src/testingReact.js'
import { fakeTabs } from '../support/fakeTabs.js'
import { advance, JOB_ID, PROJECT_ID, scriptedFetch } from '../support/renderJobHook.js'
import { setJobs } from '../support/setJobs.js'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(document, 'hasFocus').mockReturnValue(false)
  vi.spyOn(window, 'focus').mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** System notifications with a permission, and what the user answers. */
function fakeNotifications(permission: NotificationPermission, { answer = 'granted', throws = false } = {}) {
  const shown: FakeNotification[] = []
  class FakeNotification extends EventTarget {
    static permission = permission
    static requestPermission = vi.fn(async () => {
      FakeNotification.permission = answer as NotificationPermission
      return FakeNotification.permission
    })
    close = vi.fn()
    constructor(
      readonly title: string,
      readonly options: NotificationOptions = {},
    ) {
      super()
      if (throws) throw new TypeError('Illegal constructor')
      if (FakeNotification.permission !== 'granted') return
      // A tag replaces the notification that has it.
      const index = shown.findIndex(({ options: { tag } }) => tag !== undefined && tag === options.tag)
      shown.splice(index < 0 ? shown.length : index, 1, this)
    }
  }
  vi.stubGlobal('Notification', FakeNotification)
  return { shown, Notification: FakeNotification, titles: () => shown.map(({ title }) => title) }
}

function renderTab(options: UseFinishNotificationOptions = {}, defaults: OptimizationDefaults = {}) {
  const { wrapper, queryClient } = createTestApp({ fetch: scriptedFetch(), ...defaults })
  const hook = renderHook((props: UseFinishNotificationOptions) => useFinishNotification(props), {
    wrapper,
    initialProps: options,
  })
  const setStatus = async (status: string) => {
    await setJobs(queryClient, { [JOB_ID]: status })
    await advance(10)
  }
  return {
    ...hook,
    setStatus,
    finish: async (status = 'completed') => {
      await setStatus('running')
      await setStatus(status)
    },
  }
}

const DEFAULT_TITLE = `Job ${JOB_ID.slice(0, 8)}`

describe('a notification', () => {
  it.each([
    ['completed', [`${DEFAULT_TITLE}: Completed`]],
    ['failed', [`${DEFAULT_TITLE}: Failed`]],
    ['cancelled', []],
  ])('is shown for a job that has %s: %j', async (status, titles) => {
    fakeTabs()
    const notifications = fakeNotifications('granted')
    await renderTab().finish(status)
    expect(notifications.titles()).toEqual(titles)
  })

  it('is not shown while the document has the focus', async () => {
    fakeTabs()
    const { shown } = fakeNotifications('granted')
    vi.mocked(document.hasFocus).mockReturnValue(true)
    await renderTab().finish()
    expect(shown).toEqual([])
  })

  it.each(['default', 'denied'] as const)('is not shown with the permission %s', async (permission) => {
    const { locks } = fakeTabs()
    const { shown, Notification } = fakeNotifications(permission)
    await renderTab().finish()
    expect(shown).toEqual([])
    expect(locks.held()).toEqual([])
    expect(Notification.requestPermission).not.toHaveBeenCalled()
  })

  it('is not shown with `enabled: false`, which leaves it to the other tabs', async () => {
    const { locks } = fakeTabs()
    const { shown } = fakeNotifications('granted')
    await renderTab({ enabled: false }).finish()
    expect(shown).toEqual([])
    expect(locks.held()).toEqual([])
  })

  it('has the title and the language of the provider', async () => {
    fakeTabs()
    const { shown } = fakeNotifications('granted')
    await renderTab({}, { labels: ar, getTitle: () => 'Support reply' }).finish('failed')
    expect(shown).toMatchObject([
      { title: 'Support reply: فشلت', options: { lang: 'ar-u-nu-latn', dir: 'rtl' } },
    ])
  })

  it('is shown once under StrictMode', async () => {
    fakeTabs()
    const notifications = fakeNotifications('granted')
    const spy = vi.spyOn(notifications.shown, 'splice')
    const { wrapper: App, queryClient } = createTestApp({ fetch: scriptedFetch() })
    function Notifier() {
      useFinishNotification()
      return null
    }
    render(
      <StrictMode>
        <App>
          <Notifier />
        </App>
      </StrictMode>,
    )
    await setJobs(queryClient, { [JOB_ID]: 'running' })
    await setJobs(queryClient, { [JOB_ID]: 'completed' })
    await advance(10)
    expect(spy).toHaveBeenCalledTimes(1)
  })
})

describe('of several tabs', () => {
  it('the first one shows the notification, and those that see the end within two minutes do not', async () => {
    const { locks } = fakeTabs()
    const { shown } = fakeNotifications('granted')
    const [first, second] = [renderTab(), renderTab()]
    await second.setStatus('running')
    await first.finish()
    await advance(100_000)
    const [notification] = shown
    await second.setStatus('completed')
    expect(shown).toEqual([notification])
    expect(locks.held()).toHaveLength(1)
    await advance(60_000)
    expect(locks.held()).toEqual([])
  })

  it('none shows it if the first one has the focus', async () => {
    fakeTabs()
    const { shown } = fakeNotifications('granted')
    const [focused, hidden] = [renderTab(), renderTab()]
    await hidden.setStatus('running')
    vi.mocked(document.hasFocus).mockReturnValue(true)
    await focused.finish()
    vi.mocked(document.hasFocus).mockReturnValue(false)
    await hidden.setStatus('completed')
    expect(shown).toEqual([])
  })

  it('each replaces the notification of the others where there are no Web Locks', async () => {
    const { shown } = fakeNotifications('granted')
    const [first, second] = [renderTab(), renderTab()]
    await first.finish()
    await second.finish()
    expect(shown).toHaveLength(1)
  })

  it('each shows it where the browser denies locks', async () => {
    const { locks } = fakeTabs()
    vi.spyOn(locks, 'request').mockRejectedValue(new DOMException('denied', 'SecurityError'))
    const { shown } = fakeNotifications('granted')
    await renderTab().finish()
    expect(shown).toHaveLength(1)
  })
})

describe('a click', () => {
  async function click(options: UseFinishNotificationOptions, defaults: OptimizationDefaults = {}) {
    fakeTabs()
    const { shown } = fakeNotifications('granted')
    const assign = vi.fn()
    vi.stubGlobal('location', { assign })
    await renderTab(options, defaults).finish()
    shown[0]?.dispatchEvent(new Event('click'))
    expect(window.focus).toHaveBeenCalledTimes(1)
    expect(shown[0]?.close).toHaveBeenCalledTimes(1)
    return assign.mock.calls
  }

  it('focuses the window and loads the job’s page of the provider', async () => {
    expect(await click({}, { links: { job: (id) => `/jobs/${id}` } })).toEqual([[`/jobs/${JOB_ID}`]])
  })

  it.each([
    ['no link', undefined],
    ['no page', { job: () => null }],
    ['an unsafe link', { job: () => 'javascript:alert(1)' }],
  ])('only focuses the window with %s', async (_, links) => {
    expect(await click({}, { links })).toEqual([])
  })

  it('calls `onClick` instead, with the job', async () => {
    const onClick = vi.fn()
    expect(await click({ onClick }, { links: { job: (id) => `/jobs/${id}` } })).toEqual([])
    expect(onClick).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ jobId: JOB_ID }), {
      projectId: PROJECT_ID,
      jobId: JOB_ID,
    })
  })
})

describe('the permission', () => {
  it('is asked for by `requestPermission` only, and updates', async () => {
    fakeTabs()
    const { shown, Notification } = fakeNotifications('default')
    const tab = renderTab()
    const { requestPermission } = tab.result.current
    expect(tab.result.current.permission).toBe('default')
    expect(Notification.requestPermission).not.toHaveBeenCalled()
    await act(() => requestPermission())
    expect(tab.result.current).toEqual({ permission: 'granted', requestPermission })
    await act(() => requestPermission())
    expect(Notification.requestPermission).toHaveBeenCalledTimes(1)
    await tab.finish()
    expect(shown).toHaveLength(1)
  })

  it('can be denied, and a rejected request changes nothing', async () => {
    const { Notification } = fakeNotifications('default', { answer: 'denied' })
    Notification.requestPermission.mockRejectedValueOnce(new TypeError('insecure'))
    const { result } = renderTab()
    await act(() => result.current.requestPermission())
    expect(result.current.permission).toBe('default')
    await act(() => result.current.requestPermission())
    expect(result.current.permission).toBe('denied')
  })

  it('follows the settings of the browser, until unmount', async () => {
    const { Notification } = fakeNotifications('granted')
    const status = new EventTarget()
    const remove = vi.spyOn(status, 'removeEventListener')
    Object.defineProperty(navigator, 'permissions', {
      configurable: true,
      value: { query: async () => status },
    })
    const { result, unmount } = renderTab()
    await advance()
    Notification.permission = 'denied'
    act(() => void status.dispatchEvent(new Event('change')))
    expect(result.current.permission).toBe('denied')
    unmount()
    expect(remove).toHaveBeenCalledTimes(1)
    Reflect.deleteProperty(navigator, 'permissions')
  })

  it('is `unsupported` without the API, and asking does nothing', async () => {
    const { result } = renderTab()
    expect(result.current.permission).toBe('unsupported')
    await act(() => result.current.requestPermission())
    expect(result.current.permission).toBe('unsupported')
  })

  it('is `unsupported` where the constructor throws, as on Android, before and after it is granted', async () => {
    fakeTabs()
    fakeNotifications('default', { throws: true })
    expect(renderTab().result.current.permission).toBe('unsupported')
    fakeNotifications('granted', { throws: true })
    const tab = renderTab()
    expect(tab.result.current.permission).toBe('granted')
    await tab.finish()
    expect(tab.result.current.permission).toBe('unsupported')
  })

  it('is `unsupported` on the server, and hydrates without a mismatch', async () => {
    fakeNotifications('default')
    // React 18 warns of layout effects on the server, as there is a document in this test.
    const onError = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { wrapper: App } = createTestApp({ fetch: scriptedFetch() })
    function Permission() {
      return <p>{useFinishNotification().permission}</p>
    }
    const page = (
      <App>
        <Permission />
      </App>
    )
    const container = document.body.appendChild(document.createElement('div'))
    container.innerHTML = renderToString(page)
    expect(container).toHaveTextContent('unsupported')
    onError.mockClear()
    const root = await act(async () => hydrateRoot(container, page))
    expect(screen.getByText('default')).toBeInTheDocument()
    expect(onError).not.toHaveBeenCalled()
    act(() => root.unmount())
    container.remove()
  })
})
