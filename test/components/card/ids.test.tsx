import { render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { JobStatus } from '../../../src/index.js'
import { buildJobState, createTestApp } from '../../../src/testingReact.js'
import { advance, scriptedFetch } from '../../support/renderJobHook.js'
import { COMPLETED, freezeTime, setUpUser, show } from './setUp.js'

freezeTime()

const IDS = {
  job_id: 'job-1',
  prompt_template_id: 'template-1',
  original_version_id: 'version-0',
  optimized_version_id: 'version-1',
}
const { wrapper: App } = createTestApp({ fetch: scriptedFetch({}) })

/** A person with a clipboard, before whom the ids lie open. */
function showIds(wire = {}) {
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

describe('the ids of a job', () => {
  it('are there to be read, each with its name', () => {
    showIds()
    const [names, ids] = [screen.getAllByRole('term'), screen.getAllByRole('definition')]
    expect(names.map((name, index) => [name.textContent, ids[index]?.textContent])).toEqual([
      ['Job', 'job-1'],
      ['Template', 'template-1'],
      ['Original version', 'version-0'],
      ['New version', 'version-1'],
    ])
  })

  it('leave out the new version until there is one', () => {
    showIds({ optimized_version_id: null })
    expect(screen.queryByText('New version')).toBeNull()
  })

  it('lie in a fold of the card that is closed at first', async () => {
    show(buildJobState({ ...COMPLETED, ...IDS }))
    expect(screen.queryByText('job-1')).not.toBeInTheDocument()
    await setUpUser().click(screen.getByText('Details'))
    expect(screen.getByText('job-1')).toBeVisible()
  })
})

describe('copying an id', () => {
  afterEach(() => getSelection()?.removeAllRanges())

  it('takes one click, and says that it is done', async () => {
    const { user } = showIds()
    const write = vi.spyOn(navigator.clipboard, 'writeText')
    await user.click(button('Copy: Template'))
    await advance()
    expect(write).toHaveBeenCalledExactlyOnceWith('template-1')
    expect(button('Copied')).toHaveFocus()
    expect(screen.getAllByRole('button', { name: /^Copy: / })).toHaveLength(3)
    expect(screen.getByRole('status')).toHaveTextContent('Copied')
    await advance(2_000)
    expect(button('Copy: Template')).toHaveFocus()
  })

  it('again says so again', async () => {
    const { user } = showIds()
    for (let time = 0; time < 2; time++) {
      await user.click(button('Copy: Job'))
      await advance()
      expect(screen.getByRole('status')).toHaveTextContent('Copied')
      await advance(5_000)
      expect(screen.getByRole('status')).toBeEmptyDOMElement()
    }
  })

  it.each([
    ['is not there', undefined],
    ['refuses', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
  ])('selects it where the clipboard %s, and claims nothing', async (_, clipboard) => {
    const { user } = showIds()
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(clipboard as unknown as Clipboard)
    await user.click(button('Copy: Job'))
    await advance()
    vi.restoreAllMocks()
    expect(getSelection()?.toString()).toBe('job-1')
    expect(screen.queryByRole('button', { name: 'Copied' })).toBeNull()
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })

  it('works without a provider', async () => {
    const user = setUpUser()
    render(
      <JobStatus.Root state={buildJobState(IDS)}>
        <JobStatus.Ids />
      </JobStatus.Root>,
    )
    await user.click(button('Copy: Job'))
    await advance()
    expect(button('Copied')).toBeVisible()
  })

  it('leaves no timer behind', async () => {
    const { user, unmount } = showIds()
    await user.click(button('Copy: Job'))
    await advance()
    unmount()
    expect(vi.getTimerCount()).toBe(0)
  })
})
