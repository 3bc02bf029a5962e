import type { CSSProperties } from 'react'
import { JobStatusCard } from 'react-prompt-optimization'
import { completed, connectionStates, failedOrCanceled, links, pending, running } from '../states.js'

const STATES = [
  pending.queued,
  running.withSteps,
  completed.withAllResults,
  failedOrCanceled.failed,
  connectionStates.retrying,
]

/** A card of each status color, with the tokens that have a value. */
export function ThemedCards(tokens: Record<`--rpo-${string}`, string | undefined>) {
  const style = Object.fromEntries(
    Object.entries(tokens).filter(([name, value]) => name.startsWith('--') && value),
  )
  return (
    <div style={{ display: 'grid', gap: 24, ...style } as CSSProperties}>
      {STATES.map((state, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <JobStatusCard key={index} state={state} links={links} />
      ))}
    </div>
  )
}
