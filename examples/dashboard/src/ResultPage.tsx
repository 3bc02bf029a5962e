import type { ReactNode } from 'react'
import { Breadcrumb } from './Breadcrumb.js'

interface ResultPageProps {
  title: string
  /** The job to link back to, if the URL has it. */
  jobId: string | null
  children: ReactNode
}

/** What the pages of a test run, a comparison and a prompt version have in common. */
export function ResultPage({ title, jobId, children }: ResultPageProps) {
  return (
    <div className="result-page">
      <Breadcrumb jobId={jobId} />
      <section className="result panel" aria-labelledby="result-title">
        <h2 id="result-title">{title}</h2>
        {children}
      </section>
    </div>
  )
}
