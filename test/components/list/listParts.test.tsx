import { onlineManager } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { type ComponentType, createRef, type ReactNode, type RefAttributes } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OptimizationError } from '../../../src/api.js'
import {
  JobListParts,
  type JobListRootProps,
  type OptimizationJobListState,
  type PartProps,
  useOptimizationJobList,
} from '../../../src/index.js'
import { advance, PROJECT_ID } from '../../support/renderJobHook.js'
import { HOUR, rows, setUp } from './setUp.js'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-15T12:00:00Z') }))
afterEach(() => {
  onlineManager.setOnline(true)
  vi.useRealTimers()
})

const JOB: OptimizationJobListState['jobs'][number] = {
  jobId: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  projectId: PROJECT_ID,
  promptTemplateId: '3c90c3cc-0d44-4b50-8888-111111111111',
  status: 'failed',
  phase: 'failed',
  createdAt: '2026-01-15T10:00:00.000Z',
  completedAt: '2026-01-15T10:10:00.000Z',
} as never

const READY: OptimizationJobListState = {
  kind: 'ready',
  error: null,
  jobs: [JOB],
  hasMore: true,
  isLoadingMore: false,
  isPaused: false,
  isLoadMoreError: false,
  loadMore: () => {},
  refetch: async () => {},
}
const error = new OptimizationError('for developers', { kind: 'network' })

function renderRoot(props: Partial<JobListRootProps>) {
  const { App } = setUp()
  return render(
    <App>
      <JobListParts.Root state={READY} projectId={PROJECT_ID} locale="en" {...props} />
    </App>,
  )
}

const inRow = (part: ReactNode) => <JobListParts.Row job={JOB}>{part}</JobListParts.Row>

/** Each part, with a state in which it renders, a text that it then contains, and its parent. */
const PARTS: Record<
  Exclude<keyof typeof JobListParts, 'Root'>,
  [state: OptimizationJobListState, text: string, wrap?: (part: ReactNode) => ReactNode]
> = {
  Notice: [READY, 'You’re offline.'],
  Placeholder: [{ ...READY, jobs: [] }, 'No jobs yet'],
  Error: [{ ...READY, error }, 'Can’t reach the service.'],
  Rows: [READY, 'Template 3c90c3cc'],
  Row: [READY, 'Failed after 10m · 1h ago'],
  RowTrigger: [READY, 'Failed after 10m · 1h ago', inRow],
  RowCard: [READY, 'Prompt', inRow],
  LoadMoreError: [{ ...READY, error, isLoadMoreError: true }, 'Can’t reach the service.'],
  LoadMore: [READY, 'Show more jobs'],
}
const names = Object.keys(PARTS) as (keyof typeof PARTS)[]

type AnyProps = PartProps<'div', unknown> & RefAttributes<HTMLElement> & { job?: typeof JOB }

it('JobListParts has a test for each part', () => {
  expect([...names, 'Root'].sort()).toEqual(Object.keys(JobListParts).sort())
})

describe.each(names)('JobListParts.%s', (name) => {
  const [state, text, wrap = (part) => part] = PARTS[name]
  const Part = JobListParts[name] as ComponentType<AnyProps>
  const renderPart = (props: AnyProps) => {
    if (name === 'Notice') onlineManager.setOnline(false)
    return renderRoot({
      state,
      defaultExpandedJobIds: [JOB.jobId],
      labels: { title: 'Prompt' },
      getTitle: (job) => `Template ${job.promptTemplateId.slice(0, 8)}`,
      children: wrap(<Part {...(name === 'Row' && { job: JOB })} {...props} />),
    })
  }

  it('forwards native props and the ref, and takes functions of the state', () => {
    const ref = createRef<HTMLElement>()
    renderPart({ ref, id: 'mine', className: () => 'mine', style: () => ({ order: 1 }) })
    if (name !== 'RowCard') expect(ref.current).toHaveTextContent(text)
    expect(ref.current?.className).toMatch(/^(rpo-[\w-]+ )+mine$/)
    expect(ref.current).toHaveAttribute('id', 'mine')
    expect(ref.current).toHaveAttribute('data-kind')
    expect(ref.current).toHaveStyle({ order: '1' })
  })

  it('renders another element', () => {
    const [ref, theirs] = [createRef<HTMLElement>(), createRef<HTMLDivElement>()]
    renderPart({ ref, className: 'mine', render: <section ref={theirs} className="theirs" /> })
    expect(ref.current?.tagName).toBe('SECTION')
    expect(ref.current).toHaveClass('mine', 'theirs')
    expect(theirs.current).toBe(ref.current)
  })

  it('throws outside its parent', () => {
    const onError = vi.spyOn(console, 'error').mockImplementation(() => {})
    const parent = PARTS[name][2] ? 'Row' : 'Root'
    expect(() => render(<Part job={JOB} />)).toThrow(
      `<JobListParts.${name}> must be rendered inside <JobListParts.${parent}>.`,
    )
    onError.mockRestore()
  })
})

it('JobListParts.Root forwards native props and the ref, and renders another element', () => {
  const ref = createRef<HTMLDivElement>()
  const { App } = setUp()
  render(
    <App>
      <JobListParts.Root
        ref={ref}
        state={READY}
        projectId={PROJECT_ID}
        className={({ kind }) => kind}
        render={(props, { jobs }) => <section {...props} title={`${jobs.length} job`} />}
      />
    </App>,
  )
  expect(ref.current?.tagName).toBe('SECTION')
  expect(ref.current).toHaveAttribute('title', '1 job')
  expect(ref.current).toHaveClass('rpo-list', 'ready')
  expect(ref.current).toHaveAttribute('data-kind', 'ready')
})

it.each([
  ['an error', { ...READY, kind: 'error', jobs: [], error } as const],
  ['jobs', READY],
])('JobListParts.Placeholder renders nothing with %s', (_, state) => {
  renderRoot({ state, children: <JobListParts.Placeholder>Nothing here</JobListParts.Placeholder> })
  expect(document.querySelector('.rpo-list')).toBeEmptyDOMElement()
})

it('JobListParts.Placeholder renders its children instead of the label when there are no jobs', () => {
  renderRoot({
    state: { ...READY, jobs: [] },
    children: <JobListParts.Placeholder>Nothing here</JobListParts.Placeholder>,
  })
  expect(screen.getByText('Nothing here')).toBeVisible()
  expect(screen.queryByText('No jobs yet')).toBeNull()
})

it('JobListParts.Placeholder renders three rows while loading, and a text for screen readers', () => {
  renderRoot({
    state: { ...READY, kind: 'loading', jobs: [] },
    children: <JobListParts.Placeholder>Nothing here</JobListParts.Placeholder>,
  })
  expect(document.querySelectorAll('.rpo-row-skeleton')).toHaveLength(3)
  expect(screen.getByText('Loading jobs…')).toHaveClass('rpo-hidden')
  expect(screen.queryByText('Nothing here')).toBeNull()
})

it('JobListParts.Notice renders nothing online, whatever the list contains', () => {
  renderRoot({ state: { ...READY, jobs: [] }, children: <JobListParts.Notice /> })
  expect(document.querySelector('.rpo-list')).toBeEmptyDOMElement()
})

it('JobListParts.LoadMore calls the handlers of the list and the app', async () => {
  const [loadMore, onClick] = [vi.fn(), vi.fn()]
  const { user } = setUp()
  renderRoot({ state: { ...READY, loadMore }, children: <JobListParts.LoadMore onClick={onClick} /> })
  await user.click(screen.getByRole('button', { name: 'Show more jobs' }))
  expect(loadMore).toHaveBeenCalledTimes(1)
  expect(onClick).toHaveBeenCalledTimes(1)
})

it('JobListParts make a list of the app’s own', async () => {
  const { simulator, App, user } = setUp()
  simulator.addJob({ projectId: PROJECT_ID, scenario: 'withoutTestRun', ageMs: HOUR })
  simulator.addJob({ projectId: PROJECT_ID, ageMs: HOUR })
  function MyList() {
    const state = useOptimizationJobList({ projectId: PROJECT_ID })
    return (
      <JobListParts.Root state={state} projectId={PROJECT_ID} headingLevel={2}>
        <JobListParts.Rows aria-label="My jobs">
          {(job) => (
            <JobListParts.Row job={job} className={({ isExpanded }) => (isExpanded ? 'open' : undefined)}>
              <a href={`/jobs/${job.jobId}`}>Open</a>
              <JobListParts.RowTrigger>{job.status}</JobListParts.RowTrigger>
              <JobListParts.RowCard />
            </JobListParts.Row>
          )}
        </JobListParts.Rows>
      </JobListParts.Root>
    )
  }
  render(<MyList />, { wrapper: App })
  await advance()
  const list = screen.getByRole('list', { name: 'My jobs' })
  const [first] = within(list).getAllByRole('listitem')
  expect(within(list).getAllByRole('link', { name: 'Open' })).toHaveLength(2)
  await user.click(within(list).getAllByRole('button', { name: 'completed' })[0] as HTMLElement)
  await advance()
  expect(first).toHaveClass('rpo-row', 'open')
  expect(first).toHaveAttribute('data-expanded', 'true')
  expect(within(first as HTMLElement).getByRole('heading', { level: 2 })).toBeInTheDocument()
})

it('JobList passes the heading level to its expanded cards', async () => {
  const { simulator, renderList } = setUp()
  const jobId = simulator.addJob({ projectId: PROJECT_ID, scenario: 'failed', ageMs: HOUR })
  renderList({ headingLevel: 4, defaultExpandedJobIds: [jobId] })
  await advance()
  expect(within(rows()[0] as HTMLElement).getByRole('heading', { level: 4 })).toBeInTheDocument()
})
