import { act, render, screen, within } from '@testing-library/react'
import { Activity, StrictMode } from 'react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { OptimizationError } from '../../../src/api.js'
import { JobStatusCard, type OptimizationJobState } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { advance } from '../../support/renderJobHook.js'
import { COMPLETED, freezeTime, renderCard, setUpUser } from './setUp.js'

freezeTime()

const running = buildJobState({})
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const trigger = () => button(/^Cancel job/)
const confirmation = () => screen.queryByRole('group', { name: '' })
const confirmButton = () => button(/^Yes, cancel job/)

/** Container in a shadow root: unlike in the document, React does not restore the focus there. */
function createShadowContainer(): HTMLElement {
  const host = document.body.appendChild(document.createElement('div'))
  onTestFinished(() => host.remove())
  return host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))
}

/** Card with a confirmed cancellation that the test settles by `succeed` or `fail`. */
async function confirmCancel() {
  const user = setUpUser()
  let succeed = () => {}
  let fail = (_reason: unknown) => {}
  const onCancel = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        succeed = resolve
        fail = reject
      }),
  )
  const view = renderCard(running, { onCancel })
  await user.click(trigger())
  await user.click(confirmButton())
  return {
    user,
    onCancel,
    view,
    succeed: () => act(succeed),
    fail: (reason: unknown) => act(() => fail(reason)),
  }
}

describe('JobStatusCard cancel button', () => {
  it('is hidden without `onCancel`', () => {
    renderCard(running)
    expect(screen.queryByRole('button', { name: /^Cancel job/ })).toBeNull()
  })

  it.each([
    ['queued', buildJobState({ status: 'pending' }), 1],
    ['running', running, 1],
    ['completed', buildJobState(COMPLETED), 0],
    ['failed', buildJobState({ status: 'failed' }), 0],
    ['cancelled', buildJobState({ status: 'cancelled' }), 0],
    ['loading', buildJobState(null), 0],
  ])('renders only for active jobs (%s)', (_, state, count) => {
    renderCard(state, { onCancel: () => {} })
    expect(screen.queryAllByRole('button', { name: /^Cancel job/ })).toHaveLength(count)
  })

  it('opens a confirmation that “Keep job” dismisses', async () => {
    const user = setUpUser()
    const onCancel = vi.fn()
    renderCard(running, { onCancel })
    expect(confirmation()).toBeNull()
    await user.click(trigger())
    expect(confirmation()).toHaveTextContent('Its progress will be lost.')
    expect(trigger()).toHaveAttribute('aria-expanded', 'true')
    await user.click(button(/^Keep job/))
    expect(confirmation()).toBeNull()
    expect(trigger()).toHaveFocus()
    expect(onCancel).not.toHaveBeenCalled()
  })

  it.each([
    ['the cancel button', 0],
    ['the button that confirms', 1],
    ['the button that dismisses', 2],
  ])('closes the confirmation on Escape on %s and takes focus back', async (_, tabs) => {
    const user = setUpUser()
    const onCancel = vi.fn()
    renderCard(running, { onCancel })
    await user.click(trigger())
    for (let tab = 0; tab < tabs; tab++) await user.tab()
    expect([trigger(), confirmButton(), button(/^Keep job/)][tabs]).toHaveFocus()
    await user.keyboard('{Escape}')
    expect(confirmation()).toBeNull()
    expect(trigger()).toHaveFocus()
    expect(trigger()).toHaveAttribute('aria-expanded', 'false')
    expect(onCancel).not.toHaveBeenCalled()
  })

  it('ignores Escape while the confirmation is closed', async () => {
    const user = setUpUser()
    renderCard(running, { onCancel: () => {} })
    act(() => trigger().focus())
    await user.keyboard('{Escape}')
    expect(confirmation()).toBeNull()
    expect(trigger()).toHaveFocus()
  })

  it('describes one button of the confirmation by the question, so that it is read once', async () => {
    renderCard(running, { onCancel: () => {} })
    await setUpUser().click(trigger())
    const question = screen.getByText('Cancel this job? Its progress will be lost.')
    expect(confirmButton()).toHaveAccessibleDescription('Cancel this job? Its progress will be lost.')
    const selector = `[aria-describedby~="${question.id}"], [aria-labelledby~="${question.id}"]`
    expect([...document.querySelectorAll(selector)]).toEqual([confirmButton()])
    expect(confirmation()).not.toHaveAccessibleName()
  })

  it('ends the names of its buttons with the card’s title', async () => {
    renderCard(running, { onCancel: () => {}, title: 'Support answers' })
    await setUpUser().click(button('Cancel job Support answers'))
    expect(button('Yes, cancel job Support answers')).toBeVisible()
    expect(button('Keep job Support answers')).toBeVisible()
    await setUpUser().click(confirmButton())
    expect(confirmation()).toBeNull()
  })

  it('moves focus to the card when the job ends during confirmation', async () => {
    const user = setUpUser()
    const { rerender } = renderCard(running, { onCancel: () => {} })
    await user.click(trigger())
    await user.tab()
    await act(async () => {
      rerender(<JobStatusCard state={buildJobState(COMPLETED)} locale="en" onCancel={() => {}} />)
    })
    expect(screen.getByRole('article')).toHaveFocus()
    await user.tab()
    expect(screen.getByRole('article')).not.toHaveAttribute('tabindex')
  })

  it('moves focus to the card when a poll says during confirmation that the job is being canceled', async () => {
    const user = setUpUser()
    const { rerender } = renderCard(running, { onCancel: () => {} })
    await user.click(trigger())
    await user.tab()
    const canceling = buildJobState({ status: 'cancelling' })
    await act(async () => rerender(<JobStatusCard state={canceling} locale="en" onCancel={() => {}} />))
    expect(confirmation()).toBeNull()
    expect(screen.getByRole('article')).toHaveFocus()
  })

  it('moves focus in a shadow root, and in the document of another window', async () => {
    const host = document.body.appendChild(document.createElement('div'))
    const frame = document.body.appendChild(document.createElement('iframe'))
    const otherDocument = frame.contentDocument as Document
    for (const root of [host.attachShadow({ mode: 'open' }), otherDocument]) {
      const container = (root === otherDocument ? otherDocument.body : root).appendChild(
        (root === otherDocument ? otherDocument : document).createElement('div'),
      )
      const card = (state: OptimizationJobState) => <JobStatusCard state={state} onCancel={() => {}} />
      const view = render(card(running), { container, baseElement: document.body })
      within(container).getByText('Cancel job').focus()
      await act(async () => view.rerender(card(buildJobState(COMPLETED))))
      expect(root.activeElement).toBe(container.querySelector('article'))
      view.unmount()
    }
    host.remove()
    frame.remove()
  })

  it('leaves the focus on a custom action when the job ends', () => {
    const container = createShadowContainer()
    const card = (state: OptimizationJobState) => (
      <JobStatusCard state={state} onCancel={() => {}} actions={<button type="button">Share</button>} />
    )
    const { rerender } = render(card(running), { container, baseElement: document.body })
    const action = within(container).getByRole('button', { name: 'Share' })
    act(() => action.focus())
    rerender(card(buildJobState(COMPLETED)))
    expect((container.getRootNode() as ShadowRoot).activeElement).toBe(action)
  })

  it('leaves the focus on a custom action when it mounts in StrictMode', () => {
    const card = (state: OptimizationJobState) => (
      <StrictMode>
        <JobStatusCard state={state} onCancel={() => {}} actions={<button type="button">Share</button>} />
      </StrictMode>
    )
    const { rerender } = render(card(buildJobState(null)))
    act(() => button('Share').focus())
    rerender(card(running))
    expect(trigger()).toBeVisible()
    expect(button('Share')).toHaveFocus()
  })

  it.runIf(Activity)('moves no focus to a card that `Activity` hides', () => {
    const container = createShadowContainer()
    const card = (mode: 'visible' | 'hidden') => (
      <Activity mode={mode}>
        <JobStatusCard state={running} onCancel={() => {}} />
      </Activity>
    )
    const { rerender } = render(card('visible'), { container, baseElement: document.body })
    act(() => container.querySelector('button')?.focus())
    rerender(card('hidden'))
    expect(container.querySelector('article')).not.toBeVisible()
    expect(container.querySelector('article')).not.toHaveAttribute('tabindex')
  })

  it('closes the confirmation on a second click', async () => {
    const user = setUpUser()
    renderCard(running, { onCancel: () => {} })
    await user.click(trigger())
    await user.click(trigger())
    expect(confirmation()).toBeNull()
  })

  it('works with the keyboard alone', async () => {
    const user = setUpUser()
    const onCancel = vi.fn()
    renderCard(running, { onCancel })
    act(() => trigger().focus())
    await user.keyboard('{Enter}{Tab}')
    expect(confirmButton()).toHaveFocus()
    await user.keyboard('{Enter}')
    await advance()
    expect(onCancel).toHaveBeenCalledTimes(1)
    expect(trigger()).toHaveFocus()
  })
})

describe('JobStatusCard confirmed cancellation', () => {
  it('calls `onCancel` with the job and renders “Canceling…”', async () => {
    const { onCancel } = await confirmCancel()
    expect(onCancel).toHaveBeenCalledExactlyOnceWith(running.job)
    expect(confirmation()).toBeNull()
    expect(button(/^Canceling…/)).toHaveFocus()
    expect(button(/^Canceling…/)).toHaveAttribute('aria-disabled', 'true')
  })

  it('calls `onCancel` once despite repeated clicks', async () => {
    const user = setUpUser()
    const onCancel = vi.fn(() => new Promise<void>(() => {}))
    renderCard(running, { onCancel })
    await user.click(trigger())
    await user.dblClick(confirmButton())
    await user.dblClick(button(/^Canceling…/))
    expect(onCancel).toHaveBeenCalledTimes(1)
    expect(confirmation()).toBeNull()
  })

  it('hides the cancel button once the job is canceled', async () => {
    const { view, succeed } = await confirmCancel()
    await succeed()
    view.rerender(<JobStatusCard state={buildJobState({ status: 'cancelled' })} onCancel={() => {}} />)
    expect(screen.queryByRole('button', { name: /Cancel/ })).toBeNull()
  })

  it.each([
    [
      new OptimizationError('for developers', { kind: 'network' }),
      'Couldn’t cancel the job. Can’t reach the service.',
    ],
    [new Error('for developers'), 'Couldn’t cancel the job.'],
    [undefined, 'Couldn’t cancel the job.'],
    [null, 'Couldn’t cancel the job.'],
  ])('shows an error message and re-enables the button on failure (%s)', async (reason, message) => {
    const { fail } = await confirmCancel()
    await fail(reason)
    expect(screen.getByRole('alert').textContent?.trim()).toBe(message)
    expect(trigger()).toHaveFocus()
    expect(trigger()).toHaveAttribute('aria-disabled', 'false')
  })

  it('clears the error on the next attempt', async () => {
    const { user, fail } = await confirmCancel()
    await fail(new Error('no'))
    await user.click(trigger())
    await user.click(confirmButton())
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('clears the error when the job changes', async () => {
    const { view, fail } = await confirmCancel()
    await fail(new Error('no'))
    view.rerender(<JobStatusCard state={buildJobState({ job_id: 'another' })} onCancel={() => {}} />)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('JobStatusCard with status “cancelling”', () => {
  it('renders “Canceling” and ignores clicks on the cancel button', async () => {
    const onCancel = vi.fn()
    renderCard(buildJobState({ status: 'cancelling' }), { onCancel })
    expect(screen.getByText('Canceling')).toBeVisible()
    await setUpUser().click(button(/^Canceling…/))
    expect(confirmation()).toBeNull()
  })

  it('closes an open confirmation', async () => {
    const view = renderCard(running, { onCancel: () => {} })
    await setUpUser().click(trigger())
    view.rerender(<JobStatusCard state={buildJobState({ status: 'cancelling' })} onCancel={() => {}} />)
    expect(confirmation()).toBeNull()
  })
})

it('JobStatusCard renders the service’s message when it rejects the cancellation', async () => {
  const { fail } = await confirmCancel()
  const details = { kind: 'http', status: 409, serviceMessage: 'The job is over already' } as const
  await fail(new OptimizationError('for developers', details))
  expect(screen.getByRole('alert')).toHaveTextContent('Couldn’t cancel the job.')
  expect(screen.getByRole('alert')).toHaveTextContent('The job is over already')
})
