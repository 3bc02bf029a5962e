import type { JobListProps, OptimizationJobSummary } from 'react-prompt-optimization'
import { isTerminalPhase } from 'react-prompt-optimization/api'
import { Link } from './Link.js'
import { buildHref } from './project.js'
import { useLocation } from './router.js'

type Filter = NonNullable<JobListProps['filter']>

const FILTERS: Record<string, { label: string; filter: Filter }> = {
  active: { label: 'Active', filter: ({ phase }) => !isTerminalPhase(phase) },
  completed: { label: 'Completed', filter: ({ phase }) => phase === 'completed' },
  failed: { label: 'Failed', filter: ({ phase }) => phase === 'failed' },
  cancelled: { label: 'Canceled', filter: ({ phase }) => phase === 'cancelled' },
}

/** The filter in the URL. It filters by phase, because the status values of the service are not documented. */
export function useSelectedFilter(): Filter | undefined {
  return FILTERS[useSelectedPhase() ?? '']?.filter
}

function useSelectedPhase(): string | undefined {
  const phase = useLocation().searchParams.get('phase') ?? ''
  return Object.hasOwn(FILTERS, phase) ? phase : undefined
}

interface PhaseFilterProps {
  jobs: readonly OptimizationJobSummary[]
  /** Whether the service has more jobs, which the counts can't include. */
  hasMore: boolean
}

export function PhaseFilter({ jobs, hasMore }: PhaseFilterProps) {
  const selectedPhase = useSelectedPhase()
  const renderLink = (phase: string | undefined, label: string, count: number) => (
    <Link
      key={label}
      href={buildHref('/', { phase })}
      aria-current={phase === selectedPhase ? 'page' : undefined}
    >
      {label}
      {count > 0 && <span className="count">{hasMore ? ` ${count}+` : ` ${count}`}</span>}
    </Link>
  )
  return (
    <nav className="filter" aria-label="Filter jobs">
      {renderLink(undefined, 'All', jobs.length)}
      {Object.entries(FILTERS).map(([phase, { label, filter }]) =>
        renderLink(phase, label, jobs.filter(filter).length),
      )}
    </nav>
  )
}
