import { describe, expect, it } from 'vitest'
import { asJobListData, getListedJobs } from '../../src/query/jobListData.js'
import { job, listOf } from './setUpCache.js'

const list = listOf([job({ job_id: 'a' })], [job({ job_id: 'b' })])
const [first, second] = list.pages

describe('asJobListData', () => {
  it('returns the data of a list itself', () => {
    expect(asJobListData(list)).toBe(list)
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'a'],
    ['no pages', { ...list, pages: undefined }],
    ['an object instead of pages', { ...list, pages: {} }],
    ['no numbers of pages', { ...list, pageParams: undefined }],
    ['an empty list of pages', listOf()],
    ['a page too many', { ...list, pageParams: [1] }],
    ['other numbers of pages', { ...list, pageParams: [1, 3] }],
    ['an empty page', { ...list, pages: [first, null] }],
    ['a page without jobs', { ...list, pages: [first, { ...second, jobs: undefined }] }],
    ['a job without an ID', { ...list, pages: [first, { ...second, jobs: [job(), { phase: 'running' }] }] }],
  ])('is undefined for %s', (_, data) => {
    expect(asJobListData(data)).toBeUndefined()
    expect(getListedJobs(data)).toBeNull()
  })
})

it('getListedJobs returns the rows of all pages in order', () => {
  expect(getListedJobs(list)?.map(({ jobId }) => jobId)).toEqual(['a', 'b'])
})
