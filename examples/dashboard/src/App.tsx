import { type ReactNode, useEffect, useRef } from 'react'
import { OptimizationProvider } from 'react-prompt-optimization'
import { createOptimizationClient } from 'react-prompt-optimization/api'
import { HomePage } from './HomePage.js'
import { JobPage } from './JobPage.js'
import { components, jobTitle, links } from './jobCardConfig.js'
import { ProjectForm } from './ProjectForm.js'
import { projectId } from './project.js'
import { ResultPage } from './ResultPage.js'
import { useLocation } from './router.js'
import { ThemeSwitch } from './ThemeSwitch.js'
import { useFinishedInTitle } from './useFinishedInTitle.js'

const RESULT_KINDS = new Map([
  ['test-runs', 'test run'],
  ['comparisons', 'comparison'],
  ['versions', 'prompt version'],
])

// A same-origin path: the server adds the API key, which must not reach the browser.
const client = createOptimizationClient({ baseUrl: '/api/v2' })

export function App() {
  const { pathname } = useLocation()
  const { title, content } = getPage(pathname)
  const onJobFinish = useFinishedInTitle([title, 'Prompt optimization'].filter(Boolean).join(' · '))
  const main = useRef<HTMLElement>(null)
  const previousPathname = useRef(pathname)
  // The clicked link unmounts, which would lose the focus.
  useEffect(() => {
    if (previousPathname.current !== pathname) main.current?.focus()
    previousPathname.current = pathname
  }, [pathname])
  return (
    <OptimizationProvider client={client} links={links} components={components} onJobFinish={onJobFinish}>
      <header className="page-header">
        <h1>Prompt optimization</h1>
        <ThemeSwitch />
      </header>
      <main className="page" ref={main} tabIndex={-1}>
        {content}
      </main>
    </OptimizationProvider>
  )
}

function getPage(pathname: string): { title?: string; content: ReactNode } {
  const [folder = '', id] = pathname.slice(1).split('/')
  const resultKind = RESULT_KINDS.get(folder)
  if (resultKind && id) return { title: resultKind, content: <ResultPage kind={resultKind} id={id} /> }
  if (!projectId) return { content: <ProjectForm /> }
  if (folder === 'jobs' && id) {
    const content = <JobPage key={id} projectId={projectId} jobId={id} />
    return { title: jobTitle({ jobId: id }), content }
  }
  return { content: <HomePage projectId={projectId} /> }
}
