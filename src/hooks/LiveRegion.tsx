'use client'

import { useSyncExternalStore } from 'react'
import type { Announcer } from './createAnnouncer.js'

/** The provider's one polite live region. */
export function LiveRegion({ announcer: { subscribe, getMessage } }: { announcer: Announcer }) {
  const message = useSyncExternalStore(subscribe, getMessage, () => '')
  return (
    <div ref={hide} className="rpo-live-region" role="status">
      {message}
    </div>
  )
}

/** By script: the stylesheet may be in a shadow root only, and a Content Security Policy may forbid style attributes. */
function hide(region: HTMLElement | null): void {
  if (region) region.style.cssText = 'position:absolute;top:0;clip-path:inset(50%)'
}
