import { render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { JobStatusCard } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { COMPLETED, freezeTime, show } from './setUp.js'

freezeTime()

function RouterLink({ href, className, children }: { href: string; className: string; children: ReactNode }) {
  return (
    <a href={`/app${href}`} className={className} data-router>
      {children}
    </a>
  )
}

const unsafe = { comparison: () => 'javascript:alert(1)' }

describe('links', () => {
  const warn = vi.fn()
  beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(warn))
  afterEach(() => {
    vi.restoreAllMocks()
    warn.mockClear()
  })

  it('are the app’s own where it gives a component for them', () => {
    show(buildJobState(COMPLETED), { components: { Link: RouterLink } })
    const links = screen.getAllByRole('link')
    expect(links).toHaveLength(3)
    expect(links[0]).toHaveAttribute('href', '/app/test-runs/run-1')
    expect(links[0]).toHaveAttribute('data-router')
    expect(links[0]).toHaveClass('rpo-link')
  })

  it('are built from the id and the job', () => {
    const comparison = vi.fn(() => '/x')
    const state = buildJobState(COMPLETED)
    show(state, { links: { comparison } })
    expect(comparison).toHaveBeenCalledWith('comparison-1', state.job)
  })

  it.each([
    ['by the card', {}],
    ['by the app’s component', { Link: RouterLink }],
  ])('that would run a script are text, drawn %s', (_, components) => {
    show(buildJobState(COMPLETED), { links: unsafe, components })
    expect(screen.getByText('Comparison')).toBeVisible()
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('that would run a script warn the developer, once', () => {
    const card = (
      <JobStatusCard state={buildJobState(COMPLETED)} links={unsafe} labels={{ comparison: 'Warned of' }} />
    )
    const { rerender } = render(card)
    rerender(
      <>
        {card}
        {card}
      </>,
    )
    expect(warn).toHaveBeenCalledTimes(1)
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('the link “Warned of” is shown as text'))
  })

  it('that would run a script are not told of in production', () => {
    vi.stubEnv('NODE_ENV', 'production')
    show(buildJobState(COMPLETED), { links: unsafe, labels: { comparison: 'In production' } })
    vi.unstubAllEnvs()
    expect(warn).not.toHaveBeenCalled()
  })
})

describe('the summary', () => {
  const Shout = ({ children }: { children: string }) => <em>{children.toUpperCase()}</em>

  it('is drawn by the app’s own component', () => {
    show(buildJobState(COMPLETED), { components: { Summary: Shout } })
    expect(screen.getByText('MADE THE REFUND POLICY EXPLICIT.').tagName).toBe('EM')
  })

  it('is left out where there is none', () => {
    show(buildJobState({ ...COMPLETED, changes_summary: ' ' }), { components: { Summary: Shout } })
    expect(screen.queryByText('What changed')).toBeNull()
  })
})
