import { useAddress } from './address.js'
import { HomePage } from './HomePage.js'
import { JobPage } from './JobPage.js'
import { ProjectForm } from './ProjectForm.js'
import { projectId } from './project.js'
import { ResultPage } from './ResultPage.js'
import { ThemeSwitch } from './ThemeSwitch.js'
import { useFinishedInTitle } from './useFinishedInTitle.js'

const RESULTS = new Map([
  ['test-runs', 'test run'],
  ['comparisons', 'comparison'],
  ['versions', 'prompt version'],
])

export function App() {
  return (
    <>
      <header className="page-header">
        <h1>Prompt optimization</h1>
        <ThemeSwitch />
      </header>
      <main className="page">
        <Page />
      </main>
    </>
  )
}

/** The page that the address names. */
function Page() {
  const onFinish = useFinishedInTitle('Prompt optimization')
  const [folder = '', id] = useAddress().pathname.slice(1).split('/')
  const result = RESULTS.get(folder)
  if (result && id) return <ResultPage kind={result} id={id} />
  if (!projectId) return <ProjectForm />
  if (folder === 'jobs' && id) {
    return <JobPage key={id} projectId={projectId} jobId={id} onFinish={onFinish} />
  }
  return <HomePage projectId={projectId} onFinish={onFinish} />
}
