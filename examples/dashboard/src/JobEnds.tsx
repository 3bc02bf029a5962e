import { useActiveJobCount, useFinishedInTitle, useFinishNotification } from 'react-prompt-optimization'
import { jobHref } from './jobCardConfig.js'
import { projectId } from './project.js'
import { navigate, useLocation } from './router.js'

/** Reports jobs that finish while the user is elsewhere, and shows how many are active. */
export function JobEnds() {
  useFinishedInTitle()
  const { permission, requestPermission } = useFinishNotification({
    onClick: (job) => navigate(jobHref(job)),
  })
  return (
    <div className="job-ends">
      {projectId && <ActiveCount projectId={projectId} />}
      {permission === 'default' && (
        <button type="button" className="button" onClick={requestPermission}>
          Notify me
        </button>
      )}
    </div>
  )
}

/** On all pages, so that the list is polled and the end of each job is reported. The home page has the number already. */
function ActiveCount({ projectId }: { projectId: string }) {
  const count = useActiveJobCount({ projectId })
  const isHome = useLocation().pathname === '/'
  return count && !isHome ? <span className="muted">{count} active</span> : null
}
