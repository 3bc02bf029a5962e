import { act, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { OptimizationError } from '../../../src/api.js'
import { JobStatusCard } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { advance } from '../../support/renderJobHook.js'
import { COMPLETED, freezeTime, setUpUser, show } from './setUp.js'

freezeTime()

const running = buildJobState({})
const button = (name: string) => screen.getByRole('button', { name })
const question = () => screen.queryByRole('group', { name: /^Cancel this job\?/ })

/** A card whose cancelling ends when the test says so, and a person who has confirmed it. */
async function confirm() {
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
  const view = show(running, { onCancel })
  await user.click(button('Cancel'))
  await user.click(button('Cancel the job'))
  return {
    user,
    onCancel,
    view,
    succeed: () => act(succeed),
    fail: (reason: unknown) => act(() => fail(reason)),
  }
}

describe('a job can be cancelled', () => {
  it('only where the app says how', () => {
    show(running)
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
  })

  it.each([
    ['queued', buildJobState({ status: 'pending' }), 1],
    ['running', running, 1],
    ['completed', buildJobState(COMPLETED), 0],
    ['failed', buildJobState({ status: 'failed' }), 0],
    ['cancelled', buildJobState({ status: 'cancelled' }), 0],
    ['loading', buildJobState(null), 0],
  ])('only while it is active (%s)', (_, state, count) => {
    show(state, { onCancel: () => {} })
    expect(screen.queryAllByRole('button', { name: 'Cancel' })).toHaveLength(count)
  })

  it('after a question, which can be answered with no', async () => {
    const user = setUpUser()
    const onCancel = vi.fn()
    show(running, { onCancel })
    expect(question()).toBeNull()
    await user.click(button('Cancel'))
    expect(question()).toHaveTextContent('What it has done so far is lost.')
    expect(button('Cancel')).toHaveAttribute('aria-expanded', 'true')
    await user.click(button('Keep it running'))
    expect(question()).toBeNull()
    expect(button('Cancel')).toHaveFocus()
    expect(onCancel).not.toHaveBeenCalled()
  })

  it('and the question goes away by Escape', async () => {
    const user = setUpUser()
    show(running, { onCancel: () => {} })
    await user.click(button('Cancel'))
    await user.tab()
    await user.keyboard('{Escape}')
    expect(question()).toBeNull()
    expect(button('Cancel')).toHaveFocus()
  })

  it('and the focus stays on the card when the job ends meanwhile', async () => {
    const user = setUpUser()
    const { rerender } = show(running, { onCancel: () => {} })
    await user.click(button('Cancel'))
    await user.tab()
    rerender(<JobStatusCard state={buildJobState(COMPLETED)} locale="en" onCancel={() => {}} />)
    expect(screen.getByRole('article')).toHaveFocus()
  })

  it('and the question goes away when its button is pressed again', async () => {
    const user = setUpUser()
    show(running, { onCancel: () => {} })
    await user.click(button('Cancel'))
    await user.click(button('Cancel'))
    expect(question()).toBeNull()
  })

  it('by keyboard alone', async () => {
    const user = setUpUser()
    const onCancel = vi.fn()
    show(running, { onCancel })
    act(() => button('Cancel').focus())
    await user.keyboard('{Enter}{Tab}')
    expect(button('Cancel the job')).toHaveFocus()
    await user.keyboard('{Enter}')
    await advance()
    expect(onCancel).toHaveBeenCalledTimes(1)
    expect(button('Cancel')).toHaveFocus()
  })
})

describe('once it is confirmed', () => {
  it('the app is asked to cancel this job, and the card says that it is being done', async () => {
    const { onCancel } = await confirm()
    expect(onCancel).toHaveBeenCalledExactlyOnceWith(running.job)
    expect(question()).toBeNull()
    expect(button('Cancelling…')).toHaveFocus()
    expect(button('Cancelling…')).toHaveAttribute('aria-disabled', 'true')
  })

  it('it is done once, however often the button is pressed', async () => {
    const user = setUpUser()
    const onCancel = vi.fn(() => new Promise<void>(() => {}))
    show(running, { onCancel })
    await user.click(button('Cancel'))
    await user.dblClick(button('Cancel the job'))
    await user.dblClick(button('Cancelling…'))
    expect(onCancel).toHaveBeenCalledTimes(1)
    expect(question()).toBeNull()
  })

  it('the button goes away with the job', async () => {
    const { view, succeed } = await confirm()
    await succeed()
    view.rerender(<JobStatusCard state={buildJobState({ status: 'cancelled' })} onCancel={() => {}} />)
    expect(screen.queryByRole('button', { name: /Cancel/ })).toBeNull()
  })

  it.each([
    [
      new OptimizationError('for developers', { kind: 'network' }),
      'The job could not be cancelled. No connection to the service.',
    ],
    [new Error('for developers'), 'The job could not be cancelled.'],
    [undefined, 'The job could not be cancelled.'],
    [null, 'The job could not be cancelled.'],
  ])('a failure is told in words, and the button comes back (%s)', async (reason, words) => {
    const { fail } = await confirm()
    await fail(reason)
    expect(screen.getByRole('alert').textContent?.trim()).toBe(words)
    expect(button('Cancel')).toHaveFocus()
    expect(button('Cancel')).toHaveAttribute('aria-disabled', 'false')
  })

  it('a failure is forgotten when it is tried again', async () => {
    const { user, fail } = await confirm()
    await fail(new Error('no'))
    await user.click(button('Cancel'))
    await user.click(button('Cancel the job'))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('a failure is that of one job, and not of the next', async () => {
    const { view, fail } = await confirm()
    await fail(new Error('no'))
    view.rerender(<JobStatusCard state={buildJobState({ job_id: 'another' })} onCancel={() => {}} />)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('while the service cancels it', () => {
  it('the card says so, and it cannot be asked for again', async () => {
    const onCancel = vi.fn()
    show(buildJobState({ status: 'cancelling' }), { onCancel })
    expect(screen.getByText('Cancelling')).toBeVisible()
    await setUpUser().click(button('Cancelling…'))
    expect(question()).toBeNull()
  })

  it('a question that stands open closes', async () => {
    const view = show(running, { onCancel: () => {} })
    await setUpUser().click(button('Cancel'))
    view.rerender(<JobStatusCard state={buildJobState({ status: 'cancelling' })} onCancel={() => {}} />)
    expect(question()).toBeNull()
  })
})

it('what the service says against cancelling is shown in its own words', async () => {
  const { fail } = await confirm()
  const details = { kind: 'http', status: 409, serviceMessage: 'The job is over already' } as const
  await fail(new OptimizationError('for developers', details))
  expect(screen.getByRole('alert')).toHaveTextContent('could not be cancelled')
  expect(screen.getByRole('alert')).toHaveTextContent('The job is over already')
})
