import { describe, expect, it } from 'vitest'
import { getProgressModel } from '../../../src/components/shared/getProgressModel.js'
import type { JobProgress } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'

/** What the bar shows of a job with this progress. */
function view(status: string, progress: Partial<JobProgress> | null) {
  const { job } = buildJobState({ status })
  if (!job) throw new Error('no job')
  return getProgressModel({
    ...job,
    progress: progress && { step: 2, totalSteps: 4, stepName: 'x', ...progress },
  })
}

describe('the bar', () => {
  it.each([
    ['running', 'done current upcoming upcoming'],
    ['completed', 'done done done done'],
    ['failed', 'done failed upcoming upcoming'],
    ['cancelled', 'done stopped upcoming upcoming'],
    ['queued', 'done upcoming upcoming upcoming'],
  ])('of a job that is %s in step 2 of 4 reads: %s', (status, segments) => {
    expect(view(status, {})).toMatchObject({ segments: segments.split(' '), totalSteps: 4 })
  })

  it.each<[string, Partial<JobProgress> | null]>([
    ['no progress', null],
    ['a step beyond the total', { step: 5 }],
    ['a step 0', { step: 0 }],
    ['a step below 0', { step: -3 }],
    ['a step that is no number', { step: Number.NaN }],
    ['an endless step', { step: Number.POSITIVE_INFINITY }],
    ['a total of 0', { step: 1, totalSteps: 0 }],
    ['a total below 0', { step: -1, totalSteps: -1 }],
    ['a total that is no number', { totalSteps: Number.NaN }],
    ['an endless total', { totalSteps: Number.POSITIVE_INFINITY }],
    ['more steps than there is room for', { totalSteps: 21 }],
    ['the largest of totals', { totalSteps: Number.MAX_SAFE_INTEGER }],
  ])('trusts no wild progress (%s)', (_, progress) => {
    const shown = (status: string) => {
      const { totalSteps, segments } = view(status, progress)
      return [totalSteps, ...segments]
    }
    expect(shown('running')).toEqual([null, 'indeterminate'])
    expect(shown('completed')).toEqual([null, 'done'])
    expect(shown('failed')).toEqual([null, 'upcoming'])
  })

  it('has room for twenty steps', () => {
    expect(view('running', { step: 20, totalSteps: 20 }).segments).toHaveLength(20)
  })

  it('has no name for a step that the service leaves blank', () => {
    expect(view('running', { stepName: ' \n' }).stepName).toBeNull()
    expect(view('running', { stepName: ' Testing ' }).stepName).toBe('Testing')
  })
})
