import type { ComponentPropsWithoutRef, MouseEvent } from 'react'
import { navigate } from './router.js'

interface LinkProps extends ComponentPropsWithoutRef<'a'> {
  href: string
}

/** A client-side link. In an app with a router, use the link of the router. */
export function Link({ href, ...props }: LinkProps) {
  const handleClick = (event: MouseEvent) => {
    // Modified clicks open a new tab or download.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigate(href)
  }
  return <a {...props} href={href} onClick={handleClick} />
}
