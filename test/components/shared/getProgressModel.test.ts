import { describe, expect, it } from 'vitest'
import { getProgressModel } from '../../../src/components/shared/getProgressModel.js'
import type { JobProgress } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'

function getModel(status: string, progress: Partial<JobProgress> | null) {
  const { job } = buildJobState({ status })
  if (!job) throw new Error('no job')
  return getProgressModel({
    ...job,
    progress: progress && { step: 2, totalSteps: 4, stepName: 'x', ...progress },
  })
}

describe('getProgressModel', () => {
  it.each([
    ['running', 'done current upcoming upcoming'],
    ['completed', 'done done done done'],
    ['failed', 'done failed upcoming upcoming'],
    ['cancelled', 'done stopped upcoming upcoming'],
    ['queued', 'done upcoming upcoming upcoming'],
  ])('for a %s job in step 2 of 4 returns: %s', (status, segments) => {
    expect(getModel(status, {})).toMatchObject({ segments: segments.split(' '), totalSteps: 4 })
  })

  it.each<[string, Partial<JobProgress> | null]>([
    ['no progress', null],
    ['a step beyond the total', { step: 5 }],
    ['step 0', { step: 0 }],
    ['a negative step', { step: -3 }],
    ['a NaN step', { step: Number.NaN }],
    ['an infinite step', { step: Number.POSITIVE_INFINITY }],
    ['a total of 0', { step: 1, totalSteps: 0 }],
    ['a negative total', { step: -1, totalSteps: -1 }],
    ['a NaN total', { totalSteps: Number.NaN }],
    ['an infinite total', { totalSteps: Number.POSITIVE_INFINITY }],
    ['more than 20 steps', { totalSteps: 21 }],
    ['the largest safe integer as total', { totalSteps: Number.MAX_SAFE_INTEGER }],
  ])('ignores invalid progress (%s)', (_, progress) => {
    const summarize = (status: string) => {
      const { totalSteps, segments } = getModel(status, progress)
      return [totalSteps, ...segments]
    }
    expect(summarize('running')).toEqual([null, 'indeterminate'])
    expect(summarize('completed')).toEqual([null, 'done'])
    expect(summarize('failed')).toEqual([null, 'upcoming'])
  })

  it('supports 20 steps', () => {
    expect(getModel('running', { step: 20, totalSteps: 20 }).segments).toHaveLength(20)
  })

  it('returns null for a blank step name and trims the others', () => {
    expect(getModel('running', { stepName: ' \n' }).stepName).toBeNull()
    expect(getModel('running', { stepName: ' Testing ' }).stepName).toBe('Testing')
  })
})
