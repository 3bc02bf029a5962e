// The job calls of docs/http-api.md, in memory and without dependencies. To start it: node examples/server/server.mjs
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'

const PATH = /^\/api\/v2\/projects\/([^/]+)\/prompt-optimization-jobs(?:\/([^/]+)(\/cancel)?)?$/
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const STEPS = ['Analyzing examples', 'Optimizing prompt', 'Running baseline test', 'Running optimized test']

/**
 * Creates the listener of an HTTP server. A job is pending, and then in each step, for `stepMs` of the clock `now`.
 *
 * @param {{ apiKey: string, stepMs?: number, now?: () => number }} options
 * @returns {import('node:http').RequestListener}
 */
export function createService({ apiKey, stepMs = 10_000, now = Date.now }) {
  /** @type {any[]} Newest first. */
  const jobs = []

  /** The job as JSON. It follows from the clock, so nothing runs in the background. */
  const toJson = (/** @type {any} */ { createdAt, canceledAt, fields, result }) => {
    const steps = fields.run_test_after_optimization ? STEPS : ['Optimizing prompt']
    const endsAt = Math.min(createdAt + (1 + steps.length) * stepMs, canceledAt)
    const step = Math.min(Math.floor((Math.min(now(), endsAt) - createdAt) / stepMs), steps.length)
    const isOver = now() >= endsAt
    const isCompleted = isOver && endsAt !== canceledAt
    return {
      ...fields,
      ...(isCompleted && result),
      status: isCompleted ? 'completed' : isOver ? 'cancelled' : step > 0 ? 'running' : 'pending',
      created_at: new Date(createdAt).toISOString(),
      completed_at: isOver ? new Date(endsAt).toISOString() : null,
      progress: step > 0 ? { step, total_steps: steps.length, step_name: steps[step - 1] } : null,
    }
  }

  const listJobs = (/** @type {string} */ projectId, /** @type {URLSearchParams} */ query) => {
    const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('page_size') ?? 30)]
    if (!(page >= 1 && size >= 1)) return [400, { message: 'page and page_size start at 1' }]
    const all = jobs.filter((job) => job.projectId === projectId).map(toJson)
    const rows = all.filter(({ status }) => status === (query.get('status') ?? status))
    const pagination = { page, page_size: size, has_next: page * size < rows.length }
    return [200, { data: rows.slice((page - 1) * size, page * size), pagination }]
  }

  const startJob = (/** @type {string} */ projectId, /** @type {any} */ body) => {
    const original_version_id = body?.prompt_template_version_id
    if (!UUID.test(original_version_id) || !UUID.test(body.dataset_id))
      return [400, { message: 'prompt_template_version_id and dataset_id must be UUIDs' }]
    const hasTest = body.run_test_after_optimization ?? true
    const job = {
      projectId,
      createdAt: now(),
      canceledAt: Number.POSITIVE_INFINITY,
      fields: {
        job_id: randomUUID(),
        prompt_template_id: randomUUID(),
        original_version_id,
        run_test_after_optimization: hasTest,
      },
      // Unlike the fields, only known at the end.
      result: {
        optimized_version_id: randomUUID(),
        changes_summary: 'Moved the refund policy to the top.',
        ...(hasTest && { test_run_id: randomUUID(), comparison_id: randomUUID() }),
      },
    }
    jobs.unshift(job)
    return [202, toJson(job)]
  }

  const cancelJob = (/** @type {any} */ job) => {
    const { status, completed_at } = toJson(job)
    if (completed_at) return [400, { message: `The job is already ${status}` }]
    job.canceledAt = now()
    return [200, {}]
  }

  /** Returns the status and the body of the response. */
  const respond = async (/** @type {import('node:http').IncomingMessage} */ request) => {
    const [pathname = '', query] = (request.url ?? '').split('?')
    const [path, projectId = '', jobId, cancel] = PATH.exec(pathname) ?? []
    if (request.headers.authorization !== `Bearer ${apiKey}`) return [401, { message: 'Invalid API key' }]
    if (!path) return [404, { message: 'Not found' }]
    if (![projectId, jobId ?? projectId].every((id) => UUID.test(id))) return [400, { message: 'Invalid ID' }]
    const job = jobs.find((job) => job.projectId === projectId && job.fields.job_id === jobId)
    if (jobId && !job) return [404, { message: 'Job not found' }]
    const call = `${request.method} ${cancel ?? (jobId ? 'job' : 'jobs')}`
    if (call === 'GET jobs') return listJobs(projectId, new URLSearchParams(query))
    if (call === 'POST jobs') return startJob(projectId, await json(request).catch(() => null))
    if (call === 'GET job') return [200, toJson(job)]
    if (call === 'POST /cancel') return cancelJob(job)
    return [405, { message: 'Method not allowed' }]
  }

  return async (request, response) => {
    const [status, body] = await respond(request)
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  }
}

if (process.argv[1] === import.meta.filename)
  createServer(createService({ apiKey: 'secret' })).listen(8080, '127.0.0.1')
