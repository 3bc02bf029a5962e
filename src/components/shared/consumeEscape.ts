import type { KeyboardEvent } from 'react'

/** Whether a key is an Escape that closes something; nothing around it, such as a dialog, then closes too. */
export function consumeEscape(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || event.defaultPrevented) return false
  // It ends a composition, or clears the search.
  if (event.nativeEvent.isComposing || isFilledSearch(event.target)) return false
  event.preventDefault()
  return true
}

function isFilledSearch(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'search' && target.value !== ''
}
