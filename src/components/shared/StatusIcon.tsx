import type { OptimizationJobState } from '../../hooks/deriveJobState.js'
import { Icon } from './Icon.js'

const CIRCLE = 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z'
const OPEN_CIRCLE = 'M8 2.5a5.5 5.5 0 1 1-5.5 5.5'

const PATHS: Record<OptimizationJobState['kind'], string> = {
  idle: 'M4 8h8',
  loading: OPEN_CIRCLE,
  queued: `M8 5v3.2l2 1.3${CIRCLE}`,
  running: OPEN_CIRCLE,
  completed: 'm3.5 8.5 3 3 6-7',
  failed: 'M8 3.5v5.5M8 12v.1',
  cancelled: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  error: `M3.5 12.5l9-9${CIRCLE}`,
}

export function StatusIcon({ kind }: { kind: OptimizationJobState['kind'] }) {
  return (
    <span className="rpo-status-icon">
      <Icon path={PATHS[kind]} />
    </span>
  )
}
