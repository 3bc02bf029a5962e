'use client'

import { useSyncExternalStore } from 'react'
import type { Announcer } from './createAnnouncer.js'

/** The provider's one polite live region. */
export function LiveRegion({ announcer: { subscribe, getMessage } }: { announcer: Announcer }) {
  const message = useSyncExternalStore(subscribe, getMessage, () => '')
  // It has no elements of HTML.
  if (globalThis.navigator?.product === 'ReactNative') return null
  return (
    <div ref={hide} className="rpo-live-region" role="status">
      {message}
    </div>
  )
}

const HIDDEN =
  'position:absolute;top:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap'

/** By script: the stylesheet may be in a shadow root only, and a Content Security Policy may forbid style attributes. */
function hide(region: HTMLElement | null): void {
  if (region) region.style.cssText = HIDDEN
}
