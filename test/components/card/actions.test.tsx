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
  expect(screen.queryByRole('button', { name: 'Cancel job' })).toBeNull()
  await setUpUser().click(screen.getByRole('button', { name: 'Retry' }))
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

it('JobStatus.Actions renders nothing when it has no actions', () => {
  const { container } = render(
    <JobStatus.Root state={buildJobState(COMPLETED)}>
      <JobStatus.Actions onCancel={() => {}}>{false}</JobStatus.Actions>
    </JobStatus.Root>,
  )
  expect(container.querySelector('article')).toBeEmptyDOMElement()
})
