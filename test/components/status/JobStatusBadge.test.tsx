import { act, render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { OptimizationError } from '../../../src/api.js'
import { JobStatusBadge, type JobStatusBadgeProps, type OptimizationJobState } from '../../../src/index.js'
import { ar } from '../../../src/locales/ar.js'
import { de } from '../../../src/locales/de.js'
import { buildJobState } from '../../../src/testingReact.js'
import { freezeTime, NOW } from '../card/setUp.js'

freezeTime()

const running = buildJobState({ progress: { step: 2, total_steps: 4, step_name: 'Optimizing prompt' } })

function renderBadge(state: OptimizationJobState, props: Partial<JobStatusBadgeProps> = {}) {
  render(
    <button type="button">
      <JobStatusBadge state={state} data-testid="badge" {...props} />
    </button>,
  )
  const badge = screen.getByTestId('badge')
  const visible = [...badge.querySelectorAll(':scope > span:not(.rpo-hidden)')].map(
    (part) => part.textContent,
  )
  return { badge, visible, icon: badge.querySelector('svg') }
}

const getName = (name: string) => screen.getByRole('button', { name })

describe('JobStatusBadge', () => {
  it('shows the status and the step of a running job, and names them in a sentence', () => {
    const { visible, icon } = renderBadge(running)
    expect(visible).toEqual(['Running', '2 / 4'])
    expect(getName('Running, Step 2 of 4')).toBeInTheDocument()
    expect(icon).toHaveAttribute('data-kind', 'running')
  })

  it.each([
    [buildJobState(null), 'Loading'],
    [buildJobState(null, { kind: 'idle' }), 'No job'],
    [buildJobState({ status: 'pending', progress: null }), 'Queued'],
    [buildJobState({ progress: null }), 'Running'],
    [buildJobState({ status: 'completed' }), 'Completed'],
    [buildJobState({ status: 'failed' }), 'Failed'],
    [buildJobState({ status: 'cancelled' }), 'Canceled'],
    [
      buildJobState(null, {
        kind: 'error',
        error: new OptimizationError('x', { kind: 'http', status: 404 }),
      }),
      'Unavailable',
    ],
  ])('shows the status alone without a step to show', (state, status) => {
    expect(renderBadge(state).visible).toEqual([status])
    expect(getName(status)).toBeInTheDocument()
  })

  it('says that a job is being canceled', () => {
    expect(renderBadge({ ...running, isCancelling: true }).visible[0]).toBe('Canceling')
  })

  it('shows the step alone where the number of steps is invalid', () => {
    const progress = { step: 7, total_steps: 4, step_name: 'Polishing' }
    expect(renderBadge(buildJobState({ progress })).visible).toEqual(['Running', 'Step 7'])
  })

  it.each([
    ['offline', 'You’re offline. Updates resume when you reconnect.'],
    ['paused', 'Updates are paused.'],
    ['retrying', 'The service took too long to respond.'],
  ] as const)('has an icon that does not turn while updates are %s, and says why', (connection, reason) => {
    const error = new OptimizationError('slow', { kind: 'timeout' })
    const { icon, badge } = renderBadge({
      ...running,
      connection,
      error,
      lastUpdatedAt: NOW,
    } as OptimizationJobState)
    expect(icon).not.toHaveAttribute('data-kind')
    expect(icon?.style.getPropertyValue('--_turn')).toBe('')
    expect(badge).toHaveAttribute('data-connection', connection)
    expect(badge).toHaveTextContent(reason)
  })

  it('turns its icon while the job runs', () => {
    const { icon } = renderBadge(running)
    act(() => vi.advanceTimersByTime(3_000))
    expect(icon?.style.getPropertyValue('--_turn')).toMatch(/deg$/)
  })

  it('has a warning icon while the job makes no progress, and says since when', () => {
    const { icon, badge } = renderBadge({ ...running, stalledSince: NOW - 14 * 60_000 })
    expect(badge).toHaveAttribute('data-stalled')
    expect(icon).toHaveClass('rpo-stalled')
    expect(getName('Running, Step 2 of 4. No progress for 14m')).toBeInTheDocument()
    act(() => vi.advanceTimersByTime(60_000))
    expect(badge).toHaveTextContent('No progress for 15m')
  })

  it('does not call a job stalled that is over, or was restored', () => {
    const stalledSince = NOW - 14 * 60_000
    expect(renderBadge(buildJobState({ status: 'failed' }, { stalledSince })).badge).not.toHaveAttribute(
      'data-stalled',
    )
    const restored = renderToString(
      <JobStatusBadge
        state={
          { ...running, stalledSince, connection: 'paused', lastUpdatedAt: null } as OptimizationJobState
        }
      />,
    )
    expect(restored).not.toContain('data-stalled')
  })

  it('takes the props of a part', () => {
    const ref = createRef<HTMLSpanElement>()
    const { badge } = renderBadge(running, {
      ref,
      id: 'mine',
      className: ({ kind }) => `is-${kind}`,
      style: { color: 'red' },
      render: <em />,
    } as Partial<JobStatusBadgeProps>)
    expect(ref.current).toBe(badge)
    expect(badge.tagName).toBe('EM')
    expect(badge).toHaveClass('rpo-badge', 'rpo-status-badge', 'is-running')
    expect(badge).toHaveAttribute('id', 'mine')
    expect(badge).toHaveAttribute('data-kind', 'running')
    expect(badge).toHaveAttribute('data-connection', 'live')
    expect(badge).toHaveStyle({ color: 'rgb(255, 0, 0)' })
  })

  it.each([
    [de, 'Läuft, Schritt 2 von 4', 'ltr'],
    [ar, 'قيد التنفيذ, الخطوة 2 من 4', 'rtl'],
  ])('takes labels', (labels, name, direction) => {
    const { badge } = renderBadge(running, { labels })
    expect(getName(name)).toBeInTheDocument()
    expect(badge).toHaveAttribute('dir', direction)
  })
})
