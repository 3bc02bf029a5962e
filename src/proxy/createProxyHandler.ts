import { forwardRequest } from './forwardRequest.js'
import { forbidden, HttpError } from './HttpError.js'
import { isSameOrigin } from './isSameOrigin.js'
import { matchCall } from './matchCall.js'
import { type ProxyCall, type ProxyHandlerOptions, type ProxySettings, resolveOptions } from './options.js'
import { ProxyError } from './ProxyError.js'
import { readStartBody } from './readStartBody.js'
import { errorResponse } from './responses.js'

/**
 * Creates a handler that keeps the service's API key on the server. The browser calls it as it would call the service,
 * and it passes on the four calls of the API and nothing else. It never rejects, logs nothing, and allows no other
 * origin to read its answers (it sends no CORS headers).
 *
 * Starting and cancelling are off unless `allow` lists them. They are for pages of the handler's own origin: a browser
 * says so with `Sec-Fetch-Site`. Over plain http it does not; then `Origin` must be that of the request's URL, so behind
 * a reverse proxy the request must be built with the public host.
 *
 * It answers with the service's status and JSON, and with these of its own, always as `{"message": "…"}`:
 *
 * - 400, 413, 415: the body of a start is no JSON object, is too large, or is not `application/json`
 * - 403: `authorize` did not say `true`, or the call came from another site
 * - 404: no such path, an id that cannot be one, or a cancel that is off
 * - 405: a method that the path does not have, such as that of a start that is off
 * - 500: the proxy itself failed, or `authorize` has read the body of a start
 * - 502: the service could not be reached, redirected, refused the key, or answered with no JSON or too much of it
 * - 504: it did not answer in time
 *
 * @throws TypeError when created with an option that is missing or cannot be right
 * @throws RangeError when created with a number out of its range
 *
 * @example
 * // Next.js: in app/api/v2/[...path]/route.ts, exported as GET and as POST
 * const handler = createProxyHandler({
 *   baseUrl: 'https://service.example/api/v2',
 *   apiKey: () => process.env.OPTIMIZATION_API_KEY ?? '',
 *   authorize: async (request, { projectId }) => {
 *     const user = await findUser(request.headers.get('Cookie'))
 *     return user !== null && user.projectIds.includes(projectId)
 *   },
 *   allow: ['startJob', 'cancelJob'],
 * })
 */
export function createProxyHandler(options: ProxyHandlerOptions): (request: Request) => Promise<Response> {
  const settings = resolveOptions(options)
  return async (request) => {
    let call: ProxyCall | undefined
    try {
      call = matchCall(request, settings)
      return await handleCall(request, call, settings)
    } catch (error) {
      if (error instanceof HttpError) return errorResponse(error.status, error.message, error.headers)
      // Nobody is there to read it. 499 is nginx's word for that, seen in access logs only.
      if (request.signal.aborted && !(error instanceof ProxyError)) return new Response(null, { status: 499 })
      const proxyError =
        error instanceof ProxyError ? error : new ProxyError(500, 'the proxy failed', { cause: error })
      if (call) void reportError(proxyError, call, settings.onError)
      return errorResponse(proxyError.status, CLIENT_MESSAGES[proxyError.status] ?? 'The proxy failed')
    }
  }
}

// What the browser is told. What really happened is for `onError`.
const CLIENT_MESSAGES: Record<number, string> = {
  403: forbidden().message,
  502: 'The service gave no usable answer',
  504: 'The service did not answer in time',
}

async function handleCall(request: Request, call: ProxyCall, settings: ProxySettings): Promise<Response> {
  const isMutation = call.operation === 'startJob' || call.operation === 'cancelJob'
  if (isMutation && !isSameOrigin(request)) throw forbidden()
  await authorizeRequest(request, call, settings)
  const body = call.operation === 'startJob' ? await readStartBody(request, settings.maxBodyBytes) : undefined
  return forwardRequest({ call, query: pickQuery(request, call), body }, settings, request.signal)
}

/** Before the body is read, so that a stranger cannot make the server hold anything. */
async function authorizeRequest(request: Request, call: ProxyCall, settings: ProxySettings): Promise<void> {
  let isAllowed: boolean
  try {
    // A copy: what `authorize` does to it changes nothing in what is sent.
    isAllowed = await settings.authorize(request, { ...call })
  } catch (cause) {
    throw new ProxyError(403, 'authorize failed, so the call was refused', { cause })
  }
  if (isAllowed !== true) throw forbidden()
  if (request.bodyUsed && call.operation === 'startJob') {
    throw new ProxyError(500, 'authorize has read the body, so it cannot be sent. Read request.clone() there')
  }
}

function pickQuery(request: Request, { operation }: ProxyCall): URLSearchParams {
  const query = new URLSearchParams()
  if (operation !== 'listJobs') return query
  const searchParams = new URL(request.url).searchParams
  for (const name of ['page', 'page_size', 'status']) {
    const value = searchParams.get(name)
    if (value !== null) query.set(name, value)
  }
  return query
}

/** A report that fails must not turn into an answer, nor into an unhandled rejection, which would end the process. */
async function reportError(
  error: ProxyError,
  call: ProxyCall,
  onError: ProxySettings['onError'],
): Promise<void> {
  try {
    await onError(error, call)
  } catch {
    // There is nobody left to tell.
  }
}
