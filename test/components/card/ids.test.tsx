import { render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { JobStatus } from '../../../src/index.js'
import { buildJobState, createTestApp } from '../../../src/testingReact.js'
import { advance, scriptedFetch } from '../../support/renderJobHook.js'
import { COMPLETED, freezeTime, renderCard, setUpUser } from './setUp.js'

freezeTime()

const IDS = {
  job_id: 'job-1',
  prompt_template_id: 'template-1',
  original_version_id: 'version-0',
  optimized_version_id: 'version-1',
}
const { wrapper: App } = createTestApp({ fetch: scriptedFetch({}) })

function renderIds(wire = {}) {
  const user = setUpUser()
  const view = render(
    <JobStatus.Root state={buildJobState({ ...IDS, ...wire })}>
      <JobStatus.Ids />
    </JobStatus.Root>,
    { wrapper: App },
  )
  return { user, ...view }
}
const button = (name: string) => screen.getByRole('button', { name })

describe('JobStatus.Ids', () => {
  it('renders each ID with its label', () => {
    renderIds()
    const [names, ids] = [screen.getAllByRole('term'), screen.getAllByRole('definition')]
    expect(names.map((name, index) => [name.textContent, ids[index]?.textContent])).toEqual([
      ['Job ID', 'job-1'],
      ['Prompt template ID', 'template-1'],
      ['Original version ID', 'version-0'],
      ['New version ID', 'version-1'],
    ])
  })

  it('omits the new version until it exists', () => {
    renderIds({ optimized_version_id: null })
    expect(screen.queryByText('New version ID')).toBeNull()
  })

  it('renders inside the card’s collapsed details', async () => {
    renderCard(buildJobState({ ...COMPLETED, ...IDS }))
    expect(screen.queryByText('job-1')).not.toBeInTheDocument()
    await setUpUser().click(screen.getByText('Details'))
    expect(screen.getByText('job-1')).toBeVisible()
  })
})

describe('JobStatus.Ids copy button', () => {
  afterEach(() => getSelection()?.removeAllRanges())

  it('copies the ID and announces “Copied”', async () => {
    const { user } = renderIds()
    const write = vi.spyOn(navigator.clipboard, 'writeText')
    await user.click(button('Copy prompt template ID, Job job-1'))
    await advance()
    expect(write).toHaveBeenCalledExactlyOnceWith('template-1')
    expect(button('Copied, Job job-1')).toHaveFocus()
    expect(screen.getAllByRole('button', { name: /^Copy / })).toHaveLength(3)
    expect(screen.getByRole('status')).toHaveTextContent('Copied')
    await advance(2_000)
    expect(button('Copy prompt template ID, Job job-1')).toHaveFocus()
  })

  it('announces “Copied” on each click', async () => {
    const { user } = renderIds()
    for (let time = 0; time < 2; time++) {
      await user.click(button('Copy job ID, Job job-1'))
      await advance()
      expect(screen.getByRole('status')).toHaveTextContent('Copied')
      await advance(5_000)
      expect(screen.getByRole('status')).toBeEmptyDOMElement()
    }
  })

  it.each([
    ['error', undefined],
    ['blocked', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
  ])('selects the ID and announces nothing when the clipboard is %s', async (_, clipboard) => {
    const { user } = renderIds()
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(clipboard as unknown as Clipboard)
    await user.click(button('Copy job ID, Job job-1'))
    await advance()
    vi.restoreAllMocks()
    expect(getSelection()?.toString()).toBe('job-1')
    expect(screen.queryByRole('button', { name: /^Copied/ })).toBeNull()
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })

  it('works without a provider', async () => {
    const user = setUpUser()
    render(
      <JobStatus.Root state={buildJobState(IDS)}>
        <JobStatus.Ids />
      </JobStatus.Root>,
    )
    await user.click(button('Copy job ID, Job job-1'))
    await advance()
    expect(button('Copied, Job job-1')).toBeVisible()
  })

  it('clears its timers on unmount', async () => {
    const { user, unmount } = renderIds()
    await user.click(button('Copy job ID, Job job-1'))
    await advance()
    unmount()
    expect(vi.getTimerCount()).toBe(0)
  })
})
