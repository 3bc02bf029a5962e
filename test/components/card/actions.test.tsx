import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { OptimizationError } from '../../../src/api.js'
import { JobStatus } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { COMPLETED, freezeTime, renderCard, setUpUser } from './setUp.js'

freezeTime()

const errorState = buildJobState(
  {},
  { kind: 'error', error: new OptimizationError('for developers', { kind: 'http', status: 403 }) },
)

it('JobStatusCard offers Retry and hides Cancel after a non-retryable error', async () => {
  const refetch = vi.fn(async () => {})
  renderCard({ ...errorState, refetch }, { onCancel: () => {} })
  expect(screen.queryByRole('button', { name: /^Cancel job/ })).toBeNull()
  await setUpUser().click(screen.getByRole('button', { name: /^Retry/ }))
  expect(refetch).toHaveBeenCalledTimes(1)
})

it.each([
  ['running', buildJobState({})],
  ['completed', buildJobState(COMPLETED)],
  ['error', errorState],
])('JobStatusCard renders the app’s actions beside its own (%s)', async (_, state) => {
  const onClick = vi.fn()
  const actions = (
    <button type="button" onClick={onClick}>
      Archive
    </button>
  )
  renderCard(state, { actions, onCancel: () => {} })
  await setUpUser().click(screen.getByRole('button', { name: 'Archive' }))
  expect(onClick).toHaveBeenCalledTimes(1)
})

it('JobStatusCard renders custom actions first, then the cancel button, and its confirmation last', async () => {
  const { container } = renderCard(buildJobState({}), {
    actions: <button type="button">Archive</button>,
    onCancel: () => {},
  })
  await setUpUser().click(screen.getByRole('button', { name: /^Cancel job/ }))
  const buttons = [...container.querySelectorAll('.rpo-actions button')]
  expect(buttons.map(({ textContent }) => textContent)).toEqual([
    'Archive',
    'Cancel job',
    'Yes, cancel job',
    'Keep job',
  ])
})

it('JobStatusCard renders the error of a cancellation after all actions', async () => {
  const user = setUpUser()
  renderCard(buildJobState({}), {
    actions: <button type="button">Archive</button>,
    onCancel: () => Promise.reject(new Error('no')),
  })
  await user.click(screen.getByRole('button', { name: /^Cancel job/ }))
  await user.click(screen.getByRole('button', { name: /^Yes, cancel job/ }))
  const alert = await screen.findByRole('alert')
  for (const button of screen.getAllByRole('button', { name: /^(Archive|Cancel job)/ }))
    expect(button.compareDocumentPosition(alert)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
})

it('JobStatus.Actions renders nothing when it has no actions', () => {
  const { container } = render(
    <JobStatus.Root state={buildJobState(COMPLETED)}>
      <JobStatus.Actions onCancel={() => {}}>{false}</JobStatus.Actions>
    </JobStatus.Root>,
  )
  expect(container.querySelector('article')).toBeEmptyDOMElement()
})
