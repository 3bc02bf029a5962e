import { render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { JobList } from '../../../src/index.js'
import { advance, PROJECT_ID } from '../../support/renderJobHook.js'
import { HOUR, setUp } from './setUp.js'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-15T12:00:00Z') }))
afterEach(() => void vi.useRealTimers())

function setUpJobs() {
  const app = setUp()
  // Newest first.
  const second = app.simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: 2 * HOUR })
  const first = app.simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR })
  const toggle = (index: number) =>
    app.user.click(screen.getAllByRole('button', { name: /^Job / })[index] as HTMLElement)
  return { ...app, first, second, toggle }
}

// The cards have lists of their own.
const expanded = () =>
  [...screen.getByRole('list', { name: 'Jobs' }).children].map((row) => row.hasAttribute('data-expanded'))

describe('JobList expansion', () => {
  it('starts with `defaultExpandedJobIds` and reports every change', async () => {
    const { renderList, first, second, toggle } = setUpJobs()
    const onChange = vi.fn()
    renderList({ defaultExpandedJobIds: [second], onExpandedJobIdsChange: onChange })
    await advance()
    expect(expanded()).toEqual([false, true])
    await toggle(0)
    expect(expanded()).toEqual([true, true])
    await toggle(1)
    expect(expanded()).toEqual([true, false])
    expect(onChange.mock.calls).toEqual([[[second, first]], [[first]]])
  })

  it('is controlled by `expandedJobIds`', async () => {
    const { renderList, first, second, toggle } = setUpJobs()
    const onChange = vi.fn()
    const { rerender } = renderList({ expandedJobIds: [], onExpandedJobIdsChange: onChange })
    await advance()
    await toggle(0)
    expect(onChange.mock.calls).toEqual([[[first]]])
    expect(expanded()).toEqual([false, false])
    rerender(<JobList projectId={PROJECT_ID} expandedJobIds={[second]} />)
    expect(expanded()).toEqual([false, true])
    expect(screen.getAllByRole('article')).toHaveLength(1)
  })

  it('can be limited to one row by the app', async () => {
    const { App, toggle } = setUpJobs()
    const Accordion = () => {
      const [jobIds, setJobIds] = useState<readonly string[]>([])
      return (
        <JobList
          projectId={PROJECT_ID}
          expandedJobIds={jobIds}
          onExpandedJobIdsChange={(next) => setJobIds(next.slice(-1))}
        />
      )
    }
    render(<Accordion />, { wrapper: App })
    await advance()
    await toggle(0)
    await toggle(1)
    expect(expanded()).toEqual([false, true])
  })
})
