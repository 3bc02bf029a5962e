import { createCallMatcher, type MatchedCall } from './createCallMatcher.js'
import { forwardRequest, type UpstreamRequest } from './forwardRequest.js'
import { forbidden, HttpError } from './HttpError.js'
import { isSameOrigin } from './isSameOrigin.js'
import { limitBody } from './limitBody.js'
import { ProxyError } from './ProxyError.js'
import type { ProxyCall, ProxyHandlerOptions, ProxySettings } from './ProxyHandlerOptions.js'
import { readEnvironments } from './readEnvironments.js'
import { readJsonBody } from './readJsonBody.js'
import { resolveApiKey } from './resolveApiKey.js'
import { resolveOptions } from './resolveOptions.js'
import { type ClientResponse, createMessage, toResponse } from './responses.js'
import { shareReads } from './sharing/shareReads.js'
import { toErrorResponse } from './toErrorResponse.js'

/**
 * Creates a request handler that keeps the service's API key on the server. It forwards the operations of `ProxyCall`
 * and nothing else. It never rejects, logs nothing, and sends no CORS headers.
 *
 * All but `getJob` and `listJobs` are disabled unless listed in `allow`. `startJob`, `cancelJob` and `deployPromptVersion` are only
 * accepted from pages of the same origin.
 * Browsers say so with `Sec-Fetch-Site`. Over plain HTTP they send none, and `Origin` must equal the origin of the
 * request's URL; behind a reverse proxy, create the request with the public host.
 *
 * Requests for the same share one call and, for `shareForMs`, its response. While the service asks to wait (429 or 503 with
 * `Retry-After`), other reads get that status with the time that is left. Create the handler once, not for each request.
 *
 * It responds with the service's status and JSON, or with `{"message": "…"}` and one of these:
 *
 * - 400, 415: the body of `startJob` or `deployPromptVersion` is invalid, or is not `application/json`
 * - 403: `authorize` did not return `true`, or the request is cross-origin
 * - 404: unknown path, invalid ID, or the operation is disabled
 * - 405: unsupported method, or `startJob` is disabled
 * - 413: the body exceeds `maxBodyBytes`
 * - 499: the client disconnected
 * - 500: the proxy failed, or `authorize` consumed the body of `startJob`
 * - 502: `apiKey` failed, or the service could not be reached, redirected, rejected the key, or sent an invalid or too
 *   large response
 * - 504: `apiKey` or the service did not respond in time
 *
 * @throws TypeError for a missing or invalid option
 * @throws RangeError for a number out of range
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
  const matchCall = createCallMatcher(settings)
  const forward = createForwarder(settings)
  return async (request) => {
    let call: ProxyCall | undefined
    try {
      const match = matchCall(request)
      call = match.call
      const upstreamRequest = await createUpstreamRequest(request, match, settings)
      return toResponse(await forward(upstreamRequest, request))
    } catch (error) {
      if (error instanceof HttpError)
        return toResponse(createMessage(error.status, error.message), error.headers)
      // The client is gone: 499, as in nginx, only appears in access logs.
      if (request.signal.aborted && !(error instanceof ProxyError)) return new Response(null, { status: 499 })
      return toResponse(toErrorResponse(error, call, settings))
    }
  }
}

type Forward = (upstreamRequest: UpstreamRequest, request: Request) => Promise<ClientResponse>

/** Creates the way to the service: for reads one that clients share, unless `shareForMs` is 0. */
function createForwarder(settings: ProxySettings): Forward {
  const forward: Forward = (upstreamRequest, request) =>
    forwardRequest(upstreamRequest, settings, request.signal)
  if (settings.shareForMs === 0) return forward
  const reads = shareReads(settings)
  return async (upstreamRequest, request) => {
    if (upstreamRequest.method === 'GET') return reads.read(upstreamRequest, () => request.signal)
    try {
      return await forward(upstreamRequest, request)
    } finally {
      // Also after a failure: the service may have done it all the same.
      await reads.forget(upstreamRequest)
    }
  }
}

/**
 * Checks and authorizes a request, and creates the one for the service.
 *
 * @throws HttpError or ProxyError
 */
async function createUpstreamRequest(
  request: Request,
  { call, method, path, touches }: MatchedCall,
  settings: ProxySettings,
): Promise<UpstreamRequest> {
  const isMutation = method === 'POST'
  if (isMutation && !isSameOrigin(request)) throw forbidden()
  if (isMutation) limitBody(request, settings.maxBodyBytes)
  // Read first, because it is what has to be authorized.
  if (call.operation === 'deployPromptVersion') call.environments = await readEnvironments(request.clone())
  await authorizeRequest(request, call, settings)
  const body = isMutation ? await getUpstreamBody(request, call) : undefined
  return { call, method, path, touches, body, apiKey: await resolveApiKey(settings, request) }
}

async function getUpstreamBody(
  request: Request,
  { operation, environments }: ProxyCall,
): Promise<string | undefined> {
  if (operation === 'startJob') return (await readJsonBody(request)).text
  return environments && JSON.stringify({ environments })
}

/** Runs before the body of `startJob` is read, so that unauthorized requests take no memory. */
async function authorizeRequest(request: Request, call: ProxyCall, settings: ProxySettings): Promise<void> {
  let isAllowed: boolean
  try {
    // A copy, so that `authorize` cannot change the forwarded request.
    isAllowed = await settings.authorize(request, { ...call })
  } catch (cause) {
    // It read too large a body.
    if (cause instanceof HttpError) throw cause
    throw new ProxyError(403, 'authorize failed, so the request was denied', {
      code: 'authorize-failed',
      cause,
    })
  }
  if (isAllowed !== true) throw forbidden()
  if (request.bodyUsed && call.operation === 'startJob') {
    throw new ProxyError(500, 'authorize consumed the request body. Read request.clone() instead', {
      code: 'authorize-consumed-body',
    })
  }
}
