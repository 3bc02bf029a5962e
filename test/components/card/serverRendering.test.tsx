// @vitest-environment node
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { JobStatusCard } from '../../../src/index.js'
import { buildJobState, createTestApp } from '../../../src/testingReact.js'
import { scriptedFetch } from '../../support/renderJobHook.js'
import { buildStep } from './setUp.js'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

const card = (
  <JobStatusCard
    state={buildJobState({ created_at: '2026-01-01T23:57:00Z' }, { steps: [buildStep(2, 1, null)] })}
    onCancel={() => {}}
  />
)
const render = () => renderToString(card)

describe('JobStatusCard on the server', () => {
  it('renders without errors, with times in UTC', () => {
    expect(typeof document).toBe('undefined')
    const onError = vi.spyOn(console, 'error')
    const html = render()
    expect(html).toContain('2026-01-01 23:57 UTC')
    expect(html).toContain('Optimizing prompt')
    expect(onError).not.toHaveBeenCalled()
  })

  it('renders the same HTML at any time and in any time zone', () => {
    const html = render()
    vi.useFakeTimers({ now: Date.parse('2027-07-07T07:07:07Z') })
    vi.stubEnv('TZ', 'Asia/Tokyo')
    expect(render()).toBe(html)
    vi.useRealTimers()
  })

  it('renders no style attributes, which a Content Security Policy may forbid', () => {
    const { wrapper: App } = createTestApp({ fetch: scriptedFetch({}) })
    const html = renderToString(<App>{card}</App>)
    expect(html).toContain('role="status"')
    expect(html).not.toContain('style')
  })
})
