/**
 * Where a job stands, whatever word the service uses for it. `completed`, `failed` and `cancelled` are terminal.
 */
export type JobPhase = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled'

/** A phase in which a job no longer changes. */
export type TerminalJobPhase = Exclude<JobPhase, 'queued' | 'running'>

// The service publishes no list of its statuses. These are the ones seen, and likely variants.
const STATUSES: Record<JobPhase, string> = {
  queued: 'pending queued created scheduled submitted not_started initialized',
  running: 'running in_progress processing started optimizing testing cancelling',
  completed: 'completed complete succeeded success done finished',
  failed: 'failed failure error errored timed_out expired',
  cancelled: 'cancelled canceled stopped aborted',
}

const PHASE_BY_STATUS = new Map<string, JobPhase>(
  (Object.keys(STATUSES) as JobPhase[]).flatMap((phase) =>
    STATUSES[phase].split(' ').map((status) => [status, phase] as const),
  ),
)

/** Folds case, surrounding space, and `-`, `_` and space into one spelling. */
function normalizeStatus(status: string): string {
  return status
    .trim()
    .toLowerCase()
    .replace(/[-_\s]+/g, '_')
}

/** Whether the status says that the job is being cancelled: it goes on until the service says that it has ended. */
export function isCancelling(status: string): boolean {
  return normalizeStatus(status) === 'cancelling'
}

/** Whether the status is one whose meaning is known, and not merely guessed. */
export function isKnownStatus(status: string): boolean {
  return PHASE_BY_STATUS.has(normalizeStatus(status))
}

/**
 * The phase of a job with this status. A status nobody has heard of means that the job is running, unless it has
 * ended: then it failed if it has an error message, and completed if not.
 */
export function toPhase(status: string, completedAt: string | null, errorMessage: string | null): JobPhase {
  const known = PHASE_BY_STATUS.get(normalizeStatus(status))
  if (known) return known
  if (completedAt === null) return 'running'
  return errorMessage ? 'failed' : 'completed'
}

/** Whether a job in this phase is over: nothing about it changes any more. */
export function isTerminalPhase(phase: JobPhase): phase is TerminalJobPhase {
  return phase !== 'queued' && phase !== 'running'
}

/** How far along a phase is: a job goes from lower to higher, and never back. */
export function phaseRank(phase: JobPhase): number {
  if (isTerminalPhase(phase)) return 2
  return phase === 'running' ? 1 : 0
}
