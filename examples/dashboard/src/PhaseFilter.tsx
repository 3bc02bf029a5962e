import type { JobListProps } from 'react-prompt-optimization'
import { isTerminalPhase } from 'react-prompt-optimization/api'
import { Link } from './Link.js'
import { buildHref } from './project.js'
import { useLocation } from './router.js'

type Filter = NonNullable<JobListProps['filter']>

const FILTERS: Record<string, { name: string; filter: Filter }> = {
  active: { name: 'Active', filter: ({ phase }) => !isTerminalPhase(phase) },
  completed: { name: 'Completed', filter: ({ phase }) => phase === 'completed' },
  failed: { name: 'Failed', filter: ({ phase }) => phase === 'failed' },
  cancelled: { name: 'Cancelled', filter: ({ phase }) => phase === 'cancelled' },
}

/** The filter that the address asks for, by phase: the service filters by its own words, which it does not publish. */
export function useSelectedFilter(): Filter | undefined {
  return FILTERS[useSelectedPhase() ?? '']?.filter
}

function useSelectedPhase(): string | undefined {
  const phase = useLocation().searchParams.get('phase') ?? ''
  return Object.hasOwn(FILTERS, phase) ? phase : undefined
}

/** Links to the list, each with a filter in its address. */
export function PhaseFilter() {
  const chosen = useSelectedPhase()
  const link = (phase: string | undefined, name: string) => (
    <Link key={name} href={buildHref('/', { phase })} aria-current={phase === chosen ? 'page' : undefined}>
      {name}
    </Link>
  )
  return (
    <nav className="filter" aria-label="Which jobs">
      {link(undefined, 'All')}
      {Object.entries(FILTERS).map(([phase, { name }]) => link(phase, name))}
    </nav>
  )
}
