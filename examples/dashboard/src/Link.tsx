import type { ComponentPropsWithoutRef, MouseEvent } from 'react'
import { navigate } from './router.js'

interface LinkProps extends ComponentPropsWithoutRef<'a'> {
  href: string
}

/** A link to a page of this app. An app with a router takes that of the router. */
export function Link({ href, ...props }: LinkProps) {
  const follow = (event: MouseEvent) => {
    // Who holds a key wants a new tab, or a download.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigate(href)
  }
  return <a {...props} href={href} onClick={follow} />
}
