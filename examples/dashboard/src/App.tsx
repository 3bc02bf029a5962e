import { useEffect, useRef } from 'react'
import { HomePage } from './HomePage.js'
import { JobPage } from './JobPage.js'
import { jobTitle } from './jobCardConfig.js'
import { ProjectForm } from './ProjectForm.js'
import { projectId } from './project.js'
import { ResultPage } from './ResultPage.js'
import { useLocation } from './router.js'
import { ThemeSwitch } from './ThemeSwitch.js'
import { useFinishedInTitle } from './useFinishedInTitle.js'

const RESULTS = new Map([
  ['test-runs', 'test run'],
  ['comparisons', 'comparison'],
  ['versions', 'prompt version'],
])

export function App() {
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const shown = useRef(pathname)
  // The link that led to another page is gone, and the focus would be lost with it.
  useEffect(() => {
    if (shown.current !== pathname) main.current?.focus()
    shown.current = pathname
  }, [pathname])
  return (
    <>
      <header className="page-header">
        <h1>Prompt optimization</h1>
        <ThemeSwitch />
      </header>
      <main className="page" ref={main} tabIndex={-1}>
        <Page />
      </main>
    </>
  )
}

/** The page that the address names. */
function Page() {
  const [folder = '', id] = useLocation().pathname.slice(1).split('/')
  const result = RESULTS.get(folder)
  const name = folder === 'jobs' && id ? jobTitle({ jobId: id }) : result
  const onFinish = useFinishedInTitle(name ? `${name} · Prompt optimization` : 'Prompt optimization')
  if (result && id) return <ResultPage kind={result} id={id} />
  if (!projectId) return <ProjectForm />
  if (folder === 'jobs' && id) {
    return <JobPage key={id} projectId={projectId} jobId={id} onFinish={onFinish} />
  }
  return <HomePage projectId={projectId} onFinish={onFinish} />
}
