import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { OptimizationError } from '../../../src/api.js'
import { JobStatus } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { COMPLETED, freezeTime, setUpUser, show } from './setUp.js'

freezeTime()

const unavailable = buildJobState(
  {},
  { kind: 'unavailable', error: new OptimizationError('for developers', { kind: 'http', status: 403 }) },
)

it('an unavailable job can be tried again, and cannot be cancelled', async () => {
  const refetch = vi.fn(async () => {})
  show({ ...unavailable, refetch }, { onCancel: () => {} })
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
  await setUpUser().click(screen.getByRole('button', { name: 'Try again' }))
  expect(refetch).toHaveBeenCalledTimes(1)
})

it.each([
  ['running', buildJobState({})],
  ['completed', buildJobState(COMPLETED)],
  ['unavailable', unavailable],
])('the app’s own actions stand beside those of the card (%s)', async (_, state) => {
  const onClick = vi.fn()
  const actions = (
    <button type="button" onClick={onClick}>
      Archive
    </button>
  )
  show(state, { actions, onCancel: () => {} })
  await setUpUser().click(screen.getByRole('button', { name: 'Archive' }))
  expect(onClick).toHaveBeenCalledTimes(1)
})

it('there is no empty row where there is nothing to do', () => {
  const { container } = render(
    <JobStatus.Root state={buildJobState(COMPLETED)}>
      <JobStatus.Actions onCancel={() => {}}>{false}</JobStatus.Actions>
    </JobStatus.Root>,
  )
  expect(container.querySelector('article')).toBeEmptyDOMElement()
})
