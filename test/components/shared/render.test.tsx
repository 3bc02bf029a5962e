import { fireEvent, render, screen } from '@testing-library/react'
import { type ComponentType, createRef, forwardRef, type RefAttributes, version } from 'react'
import { describe, expect, it, vi } from 'vitest'
import {
  JobListParts,
  JobStatus,
  JobStatusCard,
  type OptimizationJobListState,
  type OptimizationJobState,
  type PartProps,
} from '../../../src/index.js'
import { buildJobState } from '../../../src/testingReact.js'
import { PARTS, partNames } from '../card/parts.js'
import { COMPLETED, freezeTime, LINKS } from '../card/setUp.js'

freezeTime()

type AnyProps = PartProps<'div', OptimizationJobState> & RefAttributes<HTMLElement>

const running = buildJobState({})

describe.each(partNames)('JobStatus.%s', (name) => {
  const [state, text] = PARTS[name]
  const Part = JobStatus[name] as ComponentType<AnyProps>
  const renderPart = (props: AnyProps) =>
    render(
      <JobStatus.Root state={state} links={LINKS} locale="en">
        <Part {...props} />
      </JobStatus.Root>,
    )

  it('clones an element given as `render` with its props merged', () => {
    const [ref, ownRef] = [createRef<HTMLElement>(), createRef<HTMLDivElement>()]
    const element = (
      <section ref={ownRef} data-testid="part" className="theirs" style={{ margin: 1 }} title="Theirs" />
    )
    renderPart({ ref, className: 'mine', style: { padding: 2 }, title: 'Mine', id: 'mine', render: element })
    const part = screen.getByTestId('part')
    expect(part.tagName).toBe('SECTION')
    expect(part).toHaveTextContent(text)
    expect(part.className).toMatch(/^rpo-\w+ mine theirs$/)
    expect(part).toHaveStyle({ margin: '1px', padding: '2px' })
    expect(part).toHaveAttribute('title', 'Theirs')
    expect(part).toHaveAttribute('id', 'mine')
    expect(part).toHaveAttribute('data-kind', state.kind)
    expect(ref.current).toBe(part)
    expect(ownRef.current).toBe(part)
  })

  it('passes the final props and the state to a function given as `render`', () => {
    const ref = createRef<HTMLElement>()
    renderPart({
      ref,
      className: 'mine',
      render: (props, { kind }) => <section {...props} data-testid="part" title={kind} />,
    })
    const part = screen.getByTestId('part')
    expect(part).toHaveTextContent(text)
    expect(part.className).toMatch(/^rpo-\w+ mine$/)
    expect(part).toHaveAttribute('title', state.kind)
    expect(ref.current).toBe(part)
  })

  it('takes `className` and `style` as functions of the state', () => {
    const ref = createRef<HTMLElement>()
    renderPart({ ref, className: ({ kind }) => `is-${kind}`, style: ({ job }) => ({ order: job ? 1 : 2 }) })
    expect(ref.current?.className).toMatch(new RegExp(`^rpo-\\w+ is-${state.kind}$`))
    expect(ref.current).toHaveStyle({ order: state.job ? '1' : '2' })
  })
})

describe('the `render` prop', () => {
  it('replaces the element of the card', () => {
    const ref = createRef<HTMLElement>()
    render(
      <JobStatusCard
        ref={ref}
        state={running}
        className={({ connection }) => connection}
        render={<section className="theirs" />}
      />,
    )
    expect(ref.current?.tagName).toBe('SECTION')
    expect(ref.current).toHaveClass('rpo-card', 'live', 'theirs')
    expect(ref.current).toContainElement(screen.getByRole('progressbar'))
  })

  it('calls the event handlers of the part, the app and the element', () => {
    const [loadMore, onClick, onTheirClick] = [vi.fn(), vi.fn(), vi.fn()]
    const state: OptimizationJobListState = {
      kind: 'ready',
      error: null,
      jobs: [],
      hasMore: true,
      isLoadingMore: false,
      isPaused: false,
      isLoadMoreError: false,
      loadMore,
      refetch: async () => {},
    }
    render(
      <JobListParts.Root state={state} projectId="project">
        <JobListParts.LoadMore onClick={onClick} render={<button type="button" onClick={onTheirClick} />} />
      </JobListParts.Root>,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Show more jobs' }))
    for (const handler of [loadMore, onClick, onTheirClick]) expect(handler).toHaveBeenCalledTimes(1)
  })

  it('keeps the attributes of a part that the app leaves undefined', () => {
    render(
      <JobStatus.Root state={buildJobState(COMPLETED)} links={LINKS}>
        <JobStatus.Links aria-label={undefined} className={undefined} />
      </JobStatus.Root>,
    )
    expect(screen.getByRole('group', { name: 'Results' })).toHaveClass('rpo-links', { exact: true })
  })

  it('renders the element’s own children instead of those of the part', () => {
    render(
      <JobStatus.Root state={running}>
        <JobStatus.Header render={<header>My title</header>} />
      </JobStatus.Root>,
    )
    expect(screen.getByText('My title')).toHaveClass('rpo-header')
    expect(screen.queryByText('Running')).toBeNull()
  })

  it('works with a component that forwards its ref', () => {
    const Box = forwardRef<HTMLDivElement, React.HTMLAttributes<HTMLDivElement>>((props, ref) => (
      <div {...props} ref={ref} data-testid="box" />
    ))
    const ref = createRef<HTMLElement>()
    render(
      <JobStatus.Root state={running} ref={ref} render={<Box className="box" />}>
        <JobStatus.Header />
      </JobStatus.Root>,
    )
    expect(ref.current).toBe(screen.getByTestId('box'))
    expect(ref.current).toHaveClass('rpo-card', 'box')
  })
})

describe('refs', () => {
  it('are attached once while they stay the same', () => {
    const [ref, theirs] = [vi.fn(), vi.fn()]
    const page = (state: OptimizationJobState) => (
      <JobStatus.Root state={state} ref={ref} render={<section ref={theirs} />} />
    )
    const { rerender, unmount } = render(page(running))
    rerender(page({ ...running }))
    expect(ref.mock.calls).toEqual([[expect.any(HTMLElement)]])
    expect(theirs.mock.calls).toEqual(ref.mock.calls)
    unmount()
    expect(ref.mock.calls.slice(1)).toEqual([[null]])
    expect(theirs.mock.calls.slice(1)).toEqual([[null]])
  })

  it.runIf(Number.parseInt(version, 10) > 18)('may return a cleanup function', () => {
    const cleanUp = vi.fn()
    const ref = vi.fn(() => cleanUp)
    const { unmount } = render(<JobStatus.Root state={running} ref={ref} />)
    unmount()
    expect(cleanUp).toHaveBeenCalledTimes(1)
    expect(ref).toHaveBeenCalledTimes(1)
  })
})
