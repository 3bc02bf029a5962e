import type { CSSProperties } from 'react'
import { JobStatusCard } from 'react-prompt-optimization'
import { completed, ended, links, running, trouble, waiting } from '../states.js'

const STATES = [waiting.queued, running.withSteps, completed.withEverything, ended.failed, trouble.retrying]

/** A card of each colour, with the tokens that have a value. */
export function CardInTokens(tokens: Record<`--rpo-${string}`, string | undefined>) {
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
