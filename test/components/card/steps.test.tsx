import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { JobStatus, type OptimizationJobState } from '../../../src/index.js'
import type { WireJob } from '../../../src/testing.js'
import { buildJobState } from '../../../src/testingReact.js'
import { advance } from '../../support/renderJobHook.js'
import { buildStep, COMPLETED, freezeTime } from './setUp.js'

freezeTime()

const inStep = (step: number, total_steps: number): Partial<WireJob> => ({
  progress: { step, total_steps, step_name: `Step name ${step}` },
})
const renderSteps = (state: OptimizationJobState) =>
  render(
    <JobStatus.Root state={state} locale="en">
      <JobStatus.Steps />
    </JobStatus.Root>,
  )
const rows = () => screen.getAllByRole('listitem').map((item) => item.textContent)

describe('JobStatus.Steps', () => {
  it('renders each step’s name and duration', () => {
    renderSteps(
      buildJobState(inStep(3, 3), { steps: [buildStep(1, 9, 6), buildStep(2, 6, 1), buildStep(3, 1, null)] }),
    )
    expect(screen.getByRole('list', { name: 'Steps' })).toBeVisible()
    expect(rows()).toEqual(['Step name 1, done, 3:00', 'Step name 2, done, 5:00', 'Step name 31:00'])
    const states = screen.getAllByRole('listitem').map((item) => item.getAttribute('data-state'))
    expect(states).toEqual(['done', 'done', 'current'])
    const current = screen.getAllByRole('listitem').map((item) => item.getAttribute('aria-current'))
    expect(current).toEqual([null, null, 'step'])
    expect(screen.getAllByText(', done,').map(({ className }) => className)).toEqual([
      'rpo-hidden',
      'rpo-hidden',
    ])
  })

  it.each([
    ['failed', 'failed'],
    ['cancelled', 'stopped'],
  ])('marks the last step when the job is %s', (status, state) => {
    const steps = [buildStep(1, 9, 6), buildStep(2, 6, 1)]
    renderSteps(buildJobState({ ...inStep(2, 4), status, completed_at: COMPLETED.completed_at }, { steps }))
    const states = screen.getAllByRole('listitem').map((item) => item.getAttribute('data-state'))
    expect(states).toEqual(['done', state])
    expect(rows()).toEqual(['Step name 1, done, 3:00', `Step name 2, ${state}, 5:00`])
    expect(document.querySelector('[aria-current]')).toBeNull()
  })

  it('appends “+” to durations whose start was not observed', () => {
    renderSteps(
      buildJobState(inStep(2, 2), { steps: [buildStep(1, 9, 6, false), buildStep(2, 6, null, false)] }),
    )
    expect(rows()).toEqual(['Step name 1, done, 3:00+', 'Step name 26:00+'])
  })

  it('updates the duration of the current step only', async () => {
    renderSteps(buildJobState(inStep(2, 2), { steps: [buildStep(1, 9, 6), buildStep(2, 6, null)] }))
    await advance(12_000)
    expect(rows()).toEqual(['Step name 1, done, 3:00', 'Step name 26:12'])
  })

  it.each([
    [2, 4, '2 more steps'],
    [3, 4, '1 more step'],
  ])('renders the number of remaining steps (%i of %i)', (step, total, text) => {
    renderSteps(buildJobState(inStep(step, total), { steps: [buildStep(step, 1, null)] }))
    expect(rows().at(-1)).toBe(text)
  })

  it.each<[string, OptimizationJobState]>([
    ['during the last step', buildJobState(inStep(4, 4), { steps: [buildStep(4, 1, null)] })],
    ['when the step exceeds the total', buildJobState(inStep(7, 4), { steps: [buildStep(7, 1, null)] })],
    [
      'after the job has ended',
      buildJobState({ ...COMPLETED, ...inStep(3, 4) }, { steps: [buildStep(3, 5, 4)] }),
    ],
  ])('renders no remaining steps %s', (_, state) => {
    renderSteps(state)
    expect(rows()).toHaveLength(1)
  })

  it('falls back to the step number when the name is blank', () => {
    renderSteps(buildJobState(inStep(1, 1), { steps: [{ ...buildStep(1, 3, null), name: ' ' }] }))
    expect(rows()).toEqual(['Step 13:00'])
  })

  it('renders nothing for a job that had ended before the first response', () => {
    renderSteps(buildJobState({ ...COMPLETED, ...inStep(4, 4) }))
    expect(screen.queryByRole('list')).toBeNull()
  })
})
