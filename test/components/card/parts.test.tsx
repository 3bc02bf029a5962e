import { render, screen } from '@testing-library/react'
import { type ComponentProps, type ComponentType, createRef, type RefAttributes } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { JobStatus, JobStatusCard } from '../../../src/index.js'
import { PARTS, partNames, retrying, running } from './parts.js'
import { freezeTime, LINKS, setUpUser } from './setUp.js'

freezeTime()

type PartProps = RefAttributes<HTMLElement> & React.HTMLAttributes<HTMLElement> & { 'data-testid'?: string }

it('JobStatus has a test for each part', () => {
  expect([...partNames, 'Root'].sort()).toEqual(Object.keys(JobStatus).sort())
})

describe.each(partNames)('JobStatus.%s', (name) => {
  const [state, text] = PARTS[name]
  const Part = JobStatus[name] as ComponentType<PartProps>
  const renderPart = (props: PartProps) =>
    render(
      <JobStatus.Root state={state} links={LINKS} locale="en">
        <Part data-testid="part" {...props} />
      </JobStatus.Root>,
    )

  it('works alone, forwards native props and the ref, and sets data attributes', () => {
    const ref = createRef<HTMLElement>()
    renderPart({ ref, id: 'mine', className: 'mine', style: { color: 'red' }, title: 'Mine' })
    const part = screen.getByTestId('part')
    expect(part).toHaveTextContent(text)
    expect(part).toHaveAttribute('id', 'mine')
    expect(part).toHaveAttribute('title', 'Mine')
    expect(part).toHaveClass(/^rpo-/, 'mine')
    expect(part).toHaveStyle({ color: 'rgb(255, 0, 0)' })
    expect(part).toHaveAttribute('data-kind', state.kind)
    expect(part).toHaveAttribute('data-connection', state.connection)
    expect(ref.current).toBe(part)
  })

  it('throws outside JobStatus.Root', () => {
    const onError = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => render(<Part />)).toThrow(`<JobStatus.${name}> must be rendered inside <JobStatus.Root>.`)
    onError.mockRestore()
  })
})

it('JobStatus.Root forwards native props and the ref, and sets data attributes', () => {
  const ref = createRef<HTMLElement>()
  render(
    <JobStatus.Root
      state={retrying}
      ref={ref}
      id="mine"
      className="mine"
      style={{ color: 'red' }}
      aria-label="My job"
    />,
  )
  const root = screen.getByRole('article', { name: 'My job' })
  expect(ref.current).toBe(root)
  expect(root).toHaveAttribute('id', 'mine')
  expect(root).toHaveClass('rpo-card', 'mine')
  expect(root).toHaveStyle({ color: 'rgb(255, 0, 0)' })
  expect(root).toHaveAttribute('data-kind', 'running')
  expect(root).toHaveAttribute('data-connection', 'retrying')
})

it('JobStatusCard forwards native props and the ref, and sets data attributes', () => {
  const ref = createRef<HTMLElement>()
  render(<JobStatusCard state={running} ref={ref} className="mine" data-testid="card" />)
  expect(ref.current).toBe(screen.getByTestId('card'))
  expect(ref.current).toHaveClass('rpo-card', 'mine')
  expect(ref.current).toHaveAttribute('data-kind', 'running')
})

it('JobStatus.Root accepts parts in any order, mixed with the app’s elements', () => {
  render(
    <JobStatus.Root state={running} locale="en">
      <JobStatus.Progress data-testid="part" />
      <p data-testid="part">My own</p>
      <JobStatus.Header data-testid="part" />
    </JobStatus.Root>,
  )
  const parts = screen.getAllByTestId('part')
  expect(parts.map((part) => part.tagName)).toEqual(['DIV', 'P', 'HEADER'])
  expect(screen.getByRole('article').children).toHaveLength(3)
})

describe('JobStatus.Details', () => {
  const renderDetails = (props: ComponentProps<typeof JobStatus.Details>) => {
    render(
      <JobStatus.Root state={running}>
        <JobStatus.Details data-testid="part" {...props}>
          My own
        </JobStatus.Details>
      </JobStatus.Root>,
    )
    return () => setUpUser().click(screen.getByRole('button', { name: /^Details/ }))
  }
  const expectOpen = (isOpen: boolean) => {
    expect(screen.queryByText('My own') !== null).toBe(isOpen)
    expect(screen.getByRole('button', { name: /^Details/, expanded: isOpen })).toBeVisible()
    expect(screen.getByTestId('part').dataset.open).toBe(isOpen ? 'true' : undefined)
  }

  it('opens and closes', async () => {
    const onOpenChange = vi.fn()
    const toggle = renderDetails({ onOpenChange })
    expectOpen(false)
    await toggle()
    expectOpen(true)
    await toggle()
    expectOpen(false)
    expect(onOpenChange.mock.calls).toEqual([[true], [false]])
  })

  it('is open at first with `defaultOpen`', async () => {
    const toggle = renderDetails({ defaultOpen: true })
    expectOpen(true)
    await toggle()
    expectOpen(false)
  })

  it('is controlled with `open`', async () => {
    const onOpenChange = vi.fn()
    const toggle = renderDetails({ open: true, onOpenChange })
    await toggle()
    expectOpen(true)
    expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false)
  })

  it('does not close later when the app has refused it', async () => {
    const card = (open: boolean | undefined) => (
      <JobStatus.Root state={running}>
        <JobStatus.Details open={open}>My own</JobStatus.Details>
      </JobStatus.Root>
    )
    const { rerender } = render(card(false))
    await setUpUser().click(screen.getByRole('button', { name: /^Details/ }))
    rerender(card(undefined))
    expect(screen.queryByText('My own')).toBeNull()
  })
})

it('a part renders again only if the card has changed', () => {
  const onRender = vi.fn()
  const header = <JobStatus.Header className={() => void onRender()} />
  const card = () => <JobStatus.Root state={running}>{header}</JobStatus.Root>
  const { rerender } = render(card())
  onRender.mockClear()
  rerender(card())
  expect(onRender).not.toHaveBeenCalled()
})
