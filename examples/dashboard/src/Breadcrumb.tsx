import { jobHref, jobTitle } from './jobCardConfig.js'
import { Link } from './Link.js'
import { buildHref } from './project.js'

/** Links to the jobs and, from a result, to its job. */
export function Breadcrumb({ jobId }: { jobId?: string | null }) {
  return (
    <nav className="breadcrumb" aria-label="Breadcrumb">
      <Link href={buildHref('/')}>All jobs</Link>
      {jobId && <Link href={jobHref({ jobId })}>{jobTitle({ jobId })}</Link>}
    </nav>
  )
}
