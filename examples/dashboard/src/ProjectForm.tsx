/** Reloads the page with the project in the URL. */
export function ProjectForm({ projectId }: { projectId?: string }) {
  return (
    <form className="project-form panel" method="get" action="/">
      <label htmlFor="project">Project ID</label>
      <input
        id="project"
        name="project"
        defaultValue={projectId}
        required
        spellCheck={false}
        autoComplete="off"
      />
      <button type="submit" className="button">
        Show jobs
      </button>
    </form>
  )
}
