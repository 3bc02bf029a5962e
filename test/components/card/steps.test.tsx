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
const showSteps = (state: OptimizationJobState) =>
  render(
    <JobStatus.Root state={state} locale="en">
      <JobStatus.Steps />
    </JobStatus.Root>,
  )
const rows = () => screen.getAllByRole('listitem').map((item) => item.textContent)

describe('the steps of a job', () => {
  it('have their names, and the time that each took', () => {
    showSteps(
      buildJobState(inStep(3, 3), { steps: [buildStep(1, 9, 6), buildStep(2, 6, 1), buildStep(3, 1, null)] }),
    )
    expect(screen.getByRole('list', { name: 'Steps' })).toBeVisible()
    expect(rows()).toEqual(['Step name 13:00', 'Step name 25:00', 'Step name 31:00'])
    const states = screen.getAllByRole('listitem').map((item) => item.getAttribute('data-state'))
    expect(states).toEqual(['done', 'done', 'current'])
  })

  it.each(['failed', 'cancelled'])('are done but for the last one, where the job has %s', (status) => {
    const steps = [buildStep(1, 9, 6), buildStep(2, 6, 1)]
    showSteps(buildJobState({ ...inStep(2, 4), status, completed_at: COMPLETED.completed_at }, { steps }))
    const states = screen.getAllByRole('listitem').map((item) => item.getAttribute('data-state'))
    expect(states).toEqual(['done', 'stopped'])
  })

  it('took longer than was seen where they were under way before anybody looked', () => {
    showSteps(
      buildJobState(inStep(2, 2), { steps: [buildStep(1, 9, 6, false), buildStep(2, 6, null, false)] }),
    )
    expect(rows()).toEqual(['Step name 1over 3:00', 'Step name 2over 6:00'])
  })

  it('tick while they are under way, and only then', async () => {
    showSteps(buildJobState(inStep(2, 2), { steps: [buildStep(1, 9, 6), buildStep(2, 6, null)] }))
    await advance(12_000)
    expect(rows()).toEqual(['Step name 13:00', 'Step name 26:12'])
  })

  it.each([
    [2, 4, '2 more steps'],
    [3, 4, '1 more step'],
  ])('are followed by how many are to come (%i of %i)', (step, total, words) => {
    showSteps(buildJobState(inStep(step, total), { steps: [buildStep(step, 1, null)] }))
    expect(rows().at(-1)).toBe(words)
  })

  it.each<[string, OptimizationJobState]>([
    ['in the last step', buildJobState(inStep(4, 4), { steps: [buildStep(4, 1, null)] })],
    ['where the total cannot be right', buildJobState(inStep(7, 4), { steps: [buildStep(7, 1, null)] })],
    [
      'once the job is over',
      buildJobState({ ...COMPLETED, ...inStep(3, 4) }, { steps: [buildStep(3, 5, 4)] }),
    ],
  ])('promise no further ones %s', (_, state) => {
    showSteps(state)
    expect(rows()).toHaveLength(1)
  })

  it('have their number where the service gives no name', () => {
    showSteps(buildJobState(inStep(1, 1), { steps: [{ ...buildStep(1, 3, null), name: ' ' }] }))
    expect(rows()).toEqual(['Step 13:00'])
  })

  it('are left out for a job that was over when it was first seen', () => {
    showSteps(buildJobState({ ...COMPLETED, ...inStep(4, 4) }))
    expect(screen.queryByRole('list')).toBeNull()
  })
})
