'use client'

import { useSyncExternalStore } from 'react'
import type { Announcer } from './createAnnouncer.js'

/** The provider's one polite live region. */
export function LiveRegion({ announcer: { subscribe, getMessage } }: { announcer: Announcer }) {
  const message = useSyncExternalStore(subscribe, getMessage, () => '')
  return (
    <div className="rpo-live-region" role="status">
      {message}
    </div>
  )
}
