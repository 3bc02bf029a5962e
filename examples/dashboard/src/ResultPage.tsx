import { Link } from './Link.js'
import { buildHref } from './project.js'

/** Stands for the pages that an app has already: the job gives an id, and the app says where its page is. */
export function ResultPage({ kind, id }: { kind: string; id: string }) {
  return (
    <section className="result panel" aria-labelledby="result-title">
      <h2 id="result-title">Your app’s page of the {kind}</h2>
      <p>
        <code>{id}</code>
      </p>
      <p>
        <Link href={buildHref('/')}>Back to the jobs</Link>
      </p>
    </section>
  )
}
