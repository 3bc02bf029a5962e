import { redirect } from 'next/navigation'

async function openJob(form: FormData) {
  'use server'
  const getId = (name: string) => encodeURIComponent(String(form.get(name)))
  redirect(`/projects/${getId('projectId')}/jobs/${getId('jobId')}`)
}

export default function HomePage() {
  return (
    <>
      <h1>Open a job</h1>
      <p>The server fetches the job, and the browser polls it from then on.</p>
      <form action={openJob}>
        <label>
          Project ID
          <input name="projectId" required />
        </label>
        <label>
          Job ID
          <input name="jobId" required />
        </label>
        <button type="submit">Open</button>
      </form>
    </>
  )
}
