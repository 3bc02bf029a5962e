import type { OptimizationJobState } from '../../hooks/deriveJobState.js'

type Polled = Pick<OptimizationJobState, 'kind' | 'connection' | 'lastUpdatedAt'>

/**
 * Until when the state of a job is known: now, or the latest response while updates are interrupted, when its clocks stand.
 * In milliseconds since the epoch.
 */
export function getKnownTime(state: Polled, nowMs: number): number {
  return isLive(state) ? nowMs : Math.min(nowMs, state.lastUpdatedAt ?? nowMs)
}

/** False for a job that was restored and has not been updated since: it may be over. */
export function isClockKnown(state: Polled): boolean {
  return isLive(state) || state.lastUpdatedAt !== null
}

/** Whether the state is current. */
export function isLive({ kind, connection }: Polled): boolean {
  return connection === 'live' && kind !== 'error'
}
