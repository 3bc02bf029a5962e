import type { ReactNode } from 'react'
import { ComparisonPage } from './ComparisonPage.js'
import { HomePage } from './HomePage.js'
import { JobPage } from './JobPage.js'
import { jobTitle } from './jobCardConfig.js'
import { ProjectForm } from './ProjectForm.js'
import { projectId } from './project.js'
import { TestRunPage } from './TestRunPage.js'
import { VersionPage } from './VersionPage.js'

interface Page {
  /** The first part of the document title. @default none */
  title?: string
  content: ReactNode
}

export function getPage({ pathname, searchParams }: URL): Page {
  const [folder, id] = pathname.slice(1).split('/')
  if (!projectId) return { content: <ProjectForm /> }
  if (!id) return { content: <HomePage projectId={projectId} /> }
  const shortId = id.slice(0, 8)
  const props = { projectId, jobId: searchParams.get('job') }
  switch (folder) {
    case 'jobs':
      return {
        title: jobTitle({ jobId: id }),
        content: <JobPage key={id} projectId={projectId} jobId={id} />,
      }
    case 'test-runs':
      return { title: `Test run ${shortId}`, content: <TestRunPage key={id} {...props} testRunId={id} /> }
    case 'comparisons':
      return {
        title: `Comparison ${shortId}`,
        content: <ComparisonPage key={id} {...props} comparisonId={id} />,
      }
    case 'versions': {
      const promptTemplateId = searchParams.get('template') ?? ''
      const content = <VersionPage key={id} {...props} versionId={id} promptTemplateId={promptTemplateId} />
      return { title: `Prompt version ${shortId}`, content }
    }
    default:
      return { content: <HomePage projectId={projectId} /> }
  }
}
