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

const RESULT_KINDS = new Map([
  ['test-runs', 'test run'],
  ['comparisons', 'comparison'],
  ['versions', 'prompt version'],
])

export function App() {
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const previousPathname = useRef(pathname)
  // The clicked link unmounts, which would lose the focus.
  useEffect(() => {
    if (previousPathname.current !== pathname) main.current?.focus()
    previousPathname.current = pathname
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

function Page() {
  const [folder = '', id] = useLocation().pathname.slice(1).split('/')
  const resultKind = RESULT_KINDS.get(folder)
  const pageTitle = folder === 'jobs' && id ? jobTitle({ jobId: id }) : resultKind
  const onFinish = useFinishedInTitle(
    pageTitle ? `${pageTitle} · Prompt optimization` : 'Prompt optimization',
  )
  if (resultKind && id) return <ResultPage kind={resultKind} id={id} />
  if (!projectId) return <ProjectForm />
  if (folder === 'jobs' && id) {
    return <JobPage key={id} projectId={projectId} jobId={id} onFinish={onFinish} />
  }
  return <HomePage projectId={projectId} onFinish={onFinish} />
}
