import type { JobListProps } from 'react-prompt-optimization'
import { isTerminalPhase } from 'react-prompt-optimization/api'
import { Link } from './Link.js'
import { hrefOf } from './project.js'
import { useAddress } from './router.js'

type Filter = NonNullable<JobListProps['filter']>

const FILTERS: Record<string, { name: string; filter: Filter }> = {
  active: { name: 'Active', filter: ({ phase }) => !isTerminalPhase(phase) },
  completed: { name: 'Completed', filter: ({ phase }) => phase === 'completed' },
  failed: { name: 'Failed', filter: ({ phase }) => phase === 'failed' },
  cancelled: { name: 'Cancelled', filter: ({ phase }) => phase === 'cancelled' },
}

/** The filter that the address asks for, by phase: the service filters by its own words, which it does not publish. */
export function useChosenFilter(): Filter | undefined {
  return FILTERS[useChosenPhase() ?? '']?.filter
}

function useChosenPhase(): string | undefined {
  const phase = useAddress().searchParams.get('phase') ?? ''
  return Object.hasOwn(FILTERS, phase) ? phase : undefined
}

/** Links to the list, each with a filter in its address. */
export function PhaseFilter() {
  const chosen = useChosenPhase()
  const link = (phase: string | undefined, name: string) => (
    <Link key={name} href={hrefOf('/', { phase })} aria-current={phase === chosen ? 'page' : undefined}>
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
