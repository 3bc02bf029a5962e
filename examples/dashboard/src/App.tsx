import { useEffect, useRef } from 'react'
import { OptimizationProvider } from 'react-prompt-optimization'
import { createOptimizationClient } from 'react-prompt-optimization/api'
import { getPage } from './getPage.js'
import { JobEnds } from './JobEnds.js'
import { components, links } from './jobCardConfig.js'
import { useLocation } from './router.js'
import { ThemeSwitch } from './ThemeSwitch.js'

// A same-origin path: the server adds the API key, which must not reach the browser.
const client = createOptimizationClient({ baseUrl: '/api/v2' })
// The document title and notifications report jobs that finish in a hidden page.
const polling = { pollInBackground: true }

export function App() {
  const location = useLocation()
  const { pathname } = location
  const { title, content } = getPage(location)
  useEffect(() => {
    document.title = [title, 'Prompt optimization'].filter(Boolean).join(' · ')
  }, [title])
  const main = useRef<HTMLElement>(null)
  const previousPathname = useRef(pathname)
  // The clicked link unmounts, which would lose the focus.
  useEffect(() => {
    if (previousPathname.current !== pathname) main.current?.focus()
    previousPathname.current = pathname
  }, [pathname])
  return (
    <OptimizationProvider client={client} links={links} components={components} polling={polling}>
      <header className="page-header">
        <h1>Prompt optimization</h1>
        <JobEnds />
        <ThemeSwitch />
      </header>
      <main className="page" ref={main} tabIndex={-1}>
        {content}
      </main>
    </OptimizationProvider>
  )
}
