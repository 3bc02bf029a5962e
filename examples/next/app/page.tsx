import { redirect } from 'next/navigation'

async function openJob(form: FormData) {
  'use server'
  const idOf = (name: string) => encodeURIComponent(String(form.get(name)))
  redirect(`/projects/${idOf('projectId')}/jobs/${idOf('jobId')}`)
}

export default function HomePage() {
  return (
    <>
      <h1>Open a job</h1>
      <p>The server asks for it, and this page watches it from then on.</p>
      <form action={openJob}>
        <label>
          Project id
          <input name="projectId" required />
        </label>
        <label>
          Job id
          <input name="jobId" required />
        </label>
        <button type="submit">Open</button>
      </form>
    </>
  )
}
