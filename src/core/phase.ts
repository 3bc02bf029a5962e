/** The phase of a job, derived from its raw status. `completed`, `failed` and `cancelled` are terminal. */
export type JobPhase = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled'

/** A phase in which a job no longer changes. */
export type TerminalJobPhase = Exclude<JobPhase, 'queued' | 'running'>

// The service publishes no list of statuses: these are the observed ones and likely variants.
const STATUSES: Record<JobPhase, string> = {
  queued: 'pending queued created scheduled submitted not_started initialized',
  running: 'running in_progress processing started optimizing testing cancelling',
  completed: 'completed complete succeeded success done finished',
  failed: 'failed failure error errored timed_out expired',
  cancelled: 'cancelled canceled stopped aborted',
}

export const PHASES: readonly JobPhase[] = ['queued', 'running', 'completed', 'failed', 'cancelled']

function findPhase(status: string): JobPhase | undefined {
  const normalized = normalizeStatus(status)
  return PHASES.find((phase) => STATUSES[phase].split(' ').includes(normalized))
}

/** Trims, lowercases, and unifies `-`, `_` and spaces. The text is untrusted: megabytes of spaces would take seconds. */
function normalizeStatus(status: string): string {
  return status
    .trim()
    .slice(0, 99)
    .toLowerCase()
    .replace(/[-_\s]+/g, '_')
}

/** Whether the status means that the job is being cancelled; it stays active until the service reports a terminal one. */
export function isCancellingStatus(status: string): boolean {
  return normalizeStatus(status) === 'cancelling'
}

/** Whether the status is in the list above. */
export function isKnownStatus(status: string): boolean {
  return findPhase(status) !== undefined
}

/**
 * Maps a status to a phase. An unknown status means running, or with a completion time failed or completed, depending on
 * the error message.
 */
export function toPhase(status: string, completedAt: string | null, errorMessage: string | null): JobPhase {
  const known = findPhase(status)
  if (known) return known
  if (completedAt === null) return 'running'
  return errorMessage ? 'failed' : 'completed'
}

export function isJobPhase(phase: unknown): phase is JobPhase {
  return PHASES.includes(phase as JobPhase)
}

/** Whether a job in this phase is over. */
export function isTerminalPhase(phase: JobPhase): phase is TerminalJobPhase {
  return phase !== 'queued' && phase !== 'running'
}

/** The order of phases: a job never returns to a lower rank. */
export function phaseRank(phase: JobPhase): number {
  if (isTerminalPhase(phase)) return 2
  return phase === 'running' ? 1 : 0
}

interface JobPosition {
  phase: JobPhase
  isCancelling: boolean
}

/** Whether `a` has a later phase than `b`, or is being cancelled. Another status of the same phase may be older. */
export function isNewer(a: JobPosition, b: JobPosition): boolean {
  const [rank, otherRank] = [phaseRank(a.phase), phaseRank(b.phase)]
  if (rank !== otherRank) return rank > otherRank
  return a.isCancelling && !b.isCancelling
}
