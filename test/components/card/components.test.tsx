import { render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { JobStatusCard } from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { COMPLETED, freezeTime, renderCard } from './setUp.js'

freezeTime()

interface RouterLinkProps {
  href: string
  className: string
  'aria-labelledby': string
  children: ReactNode
}

function RouterLink({ href, children, ...props }: RouterLinkProps) {
  return (
    <a {...props} href={`/app${href}`} data-router>
      {children}
    </a>
  )
}

const unsafe = { comparison: () => 'javascript:alert(1)' }

describe('JobStatusCard links', () => {
  const warn = vi.fn()
  beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(warn))
  afterEach(() => {
    vi.restoreAllMocks()
    warn.mockClear()
  })

  it('render with the app’s Link component', () => {
    renderCard(buildJobState(COMPLETED), { components: { Link: RouterLink } })
    const links = screen.getAllByRole('link')
    expect(links).toHaveLength(3)
    expect(links[0]).toHaveAttribute('href', '/app/comparisons/comparison-1')
    expect(links[0]).toHaveAttribute('data-router')
    expect(links[0]).toHaveClass('rpo-link')
    expect(links[0]).toHaveAccessibleName('Comparison Job 3c90c3cc')
  })

  it('are built from the ID and the job', () => {
    const comparison = vi.fn(() => '/x')
    const state = buildJobState(COMPLETED)
    renderCard(state, { links: { comparison } })
    expect(comparison).toHaveBeenCalledWith('comparison-1', state.job)
  })

  it.each([
    ['default Link', {}],
    ['custom Link', { Link: RouterLink }],
  ])('with an unsafe href render as text (%s)', (_, components) => {
    renderCard(buildJobState(COMPLETED), { links: unsafe, components })
    expect(screen.getByText('Comparison')).toBeVisible()
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('with an unsafe href log one warning', () => {
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
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('the link “Warned of” is rendered as text'))
  })

  it('with an unsafe href log nothing in production', () => {
    vi.stubEnv('NODE_ENV', 'production')
    renderCard(buildJobState(COMPLETED), { links: unsafe, labels: { comparison: 'In production' } })
    vi.unstubAllEnvs()
    expect(warn).not.toHaveBeenCalled()
  })
})

describe('JobStatusCard summary', () => {
  const Shout = ({ children }: { children: string }) => <em>{children.toUpperCase()}</em>

  it('renders with the app’s Summary component', () => {
    renderCard(buildJobState(COMPLETED), { components: { Summary: Shout } })
    expect(screen.getByText('MADE THE REFUND POLICY EXPLICIT.').tagName).toBe('EM')
  })

  it('is omitted when blank', () => {
    renderCard(buildJobState({ ...COMPLETED, changes_summary: ' ' }), { components: { Summary: Shout } })
    expect(screen.queryByText('What changed')).toBeNull()
  })
})
