import { Link } from './Link.js'
import { buildHref } from './project.js'

/** A placeholder for the result pages of an app. */
export function ResultPage({ kind, id }: { kind: string; id: string }) {
  return (
    <section className="result panel" aria-labelledby="result-title">
      <h2 id="result-title">Your app’s {kind} page</h2>
      <p>
        <code>{id}</code>
      </p>
      <p>
        <Link href={buildHref('/')}>Back to jobs</Link>
      </p>
    </section>
  )
}
