import { onlineManager } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { advance, PROJECT_ID } from '../../support/renderJobHook.js'
import { HOUR, SECOND, setUp } from '../list/setUp.js'
import { announcedTexts, collectAnnouncements } from './collectAnnouncements.js'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-15T12:00:00Z') }))
afterEach(() => {
  onlineManager.setOnline(true)
  vi.useRealTimers()
})

const JOB_ID = 'aaaaaaaa-0000-4000-8000-000000000000'

describe('JobList announces', () => {
  it('why it can’t be fetched', async () => {
    const { simulator, renderList } = setUp()
    simulator.injectFault({ status: 403 }, { operation: 'listJobs' })
    renderList()
    expect(await announcedTexts()).toEqual(['You don’t have access to this project. Ask its owner.'])
  })

  it('that the browser is offline, and that updates resume', async () => {
    const { simulator, renderList } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR })
    renderList()
    await advance()
    act(() => onlineManager.setOnline(false))
    expect(await announcedTexts()).toEqual(['You’re offline. Updates resume when you reconnect.'])
    act(() => onlineManager.setOnline(true))
    expect(await announcedTexts()).toEqual(['Updates resumed.'])
  })

  it('that the job of a closed row has stalled, with the title of the row', async () => {
    const { simulator, renderList } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, jobId: JOB_ID, scenario: 'slow', ageMs: 60 * SECOND })
    renderList({ getTitle: () => 'Support answers' })
    const recording = await collectAnnouncements(15 * 60 * SECOND)
    expect(recording.map(([, text]) => text)).toEqual(['Support answers: No progress for 10m'])
  })

  it('nothing on mount, whatever the phases of its jobs', async () => {
    const { simulator, renderList } = setUp()
    simulator.addJob({ projectId: PROJECT_ID, jobId: JOB_ID, ageMs: 60 * SECOND })
    simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR })
    renderList({ defaultExpandedJobIds: [JOB_ID] })
    expect(await announcedTexts()).toEqual([])
  })
})
