import { act, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { OptimizationError, type OptimizationErrorKind } from '../../../src/api.js'
import type { OptimizationJobState } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { advance } from '../../support/renderJobHook.js'
import { freezeTime, NOW, setUpUser, show } from './setUp.js'

freezeTime()

describe('a job that cannot be shown', () => {
  const refused = (kind: OptimizationErrorKind, status?: number): OptimizationJobState =>
    buildJobState(null, {
      kind: 'unavailable',
      error: new OptimizationError('for developers', { kind, status, serviceMessage: 'in its own words' }),
    })

  it.each<[OptimizationErrorKind, number | undefined, RegExp]>([
    ['http', 400, /did not accept the request. Check the project id/],
    ['http', 401, /did not accept the credentials. Sign in again/],
    ['http', 403, /no access to this job. Ask for access/],
    ['http', 404, /was not found. Check the project id/],
    ['http', 410, /refused the request/],
    ['invalid-request', undefined, /could not be sent. Check/],
  ])('(%s %s) says what happened and what to do', (kind, status, sentence) => {
    show(refused(kind, status))
    expect(screen.getByText(sentence)).toBeVisible()
    expect(screen.getByText('in its own words')).toBeVisible()
    expect(screen.queryByText('for developers')).toBeNull()
  })

  it('can be tried again, and says that it is being tried', async () => {
    const user = setUpUser()
    let answer = () => {}
    const refetch = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)))
    show({ ...refused('http', 404), refetch })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await user.click(screen.getByRole('button', { name: 'Checking…' }))
    expect(refetch).toHaveBeenCalledTimes(1)
    await act(async () => answer())
    expect(screen.getByRole('button', { name: 'Try again' })).toHaveFocus()
  })
})

describe('a job that cannot be watched just now', () => {
  const retrying = () =>
    buildJobState(
      {},
      {
        connection: 'retrying',
        error: new OptimizationError('for developers', { kind: 'network' }),
        lastUpdatedAt: NOW - 4_000,
        nextPollAt: NOW + 8_000,
      },
    )

  it('keeps what is known, says why, and counts down to the next check', async () => {
    show(retrying())
    expect(screen.getByText('Optimizing prompt')).toBeVisible()
    expect(screen.getByText('No connection to the service.')).toBeVisible()
    expect(screen.getByText('Checked 4s ago · Trying again in 8s')).toBeVisible()
    await advance(5_000)
    expect(screen.getByText('Checked 9s ago · Trying again in 3s')).toBeVisible()
    await advance(3_000)
    expect(screen.getByText('Checked 12s ago · Checking…')).toBeVisible()
  })

  it('never counts down to 0, or tells of 0 seconds ago', () => {
    show({ ...retrying(), lastUpdatedAt: NOW - 300, nextPollAt: NOW + 300 })
    expect(screen.getByText('Checked just now · Trying again in 1s')).toBeVisible()
  })

  it('can be checked at once', async () => {
    const refetch = vi.fn(async () => {})
    show({ ...retrying(), refetch })
    await setUpUser().click(screen.getByRole('button', { name: 'Try now' }))
    expect(refetch).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['offline', /You are offline/],
    ['paused', /paused while this page is hidden/],
  ] as const)('says that it is %s', (connection, sentence) => {
    show(buildJobState({}, { connection }))
    expect(screen.getByText(sentence)).toBeVisible()
  })

  it('says nothing of the connection while all is well', () => {
    show(buildJobState({}, { lastUpdatedAt: NOW, nextPollAt: NOW + 8_000 }))
    expect(screen.queryByText(/Checked/)).toBeNull()
  })
})
