'use client'

import { formatDuration } from './format.js'
import { useJobStatus } from './JobStatusRoot.js'
import { RefetchButton } from './RefetchButton.js'
import { useNow } from './useNow.js'

/** Says so where the job cannot be watched just now: why, and when the next check is. Nothing while all is well. */
export function JobStatusConnection() {
  const { state, labels } = useJobStatus('Connection')
  const { connection, error } = state
  if (connection === 'live') return null
  return (
    <div className="rpo-connection">
      <p>
        {connection === 'offline' && labels.offline}
        {connection === 'paused' && labels.paused}
        {connection === 'retrying' && (
          <>
            {error && `${labels.problem(error)} `}
            <NextCheck />
          </>
        )}
      </p>
      {connection === 'retrying' && <RefetchButton>{labels.tryNow}</RefetchButton>}
    </div>
  )
}

function NextCheck() {
  const { state, labels, locale } = useJobStatus('Connection')
  const nowMs = useNow()
  const { nextCheckAt } = state
  if (nowMs === null || nextCheckAt === null) return null
  return nextCheckAt > nowMs
    ? labels.nextCheckIn(formatDuration(nextCheckAt - nowMs, locale))
    : labels.checking
}
