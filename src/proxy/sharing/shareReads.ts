import { throwIfAborted } from '../../http/abortSignal.js'
import { forwardRequest, type UpstreamRequest } from '../forwardRequest.js'
import type { ProxySettings } from '../ProxyHandlerOptions.js'
import type { ClientResponse } from '../responses.js'
import { reportError, toErrorResponse } from '../toErrorResponse.js'
import { createStoreClient, type StoreSession } from './createStoreClient.js'
import { getShareMs, getWaitMs } from './getShareMs.js'
import { LruCache } from './LruCache.js'
import { SharedCall } from './SharedCall.js'

const MAX_ENTRIES = 10_000
/** JavaScript stores a character in one byte or two. */
const BYTES_PER_CHARACTER = 2
const MAX_BYTES = 32_000_000

/** The path of no call, under which everyone's wait is kept. */
const WAIT_PATH = ''

interface SharedResponse {
  response: ClientResponse
  /** By `performance.now()`, which the system's clock does not change. */
  expiresAt: number
}

/** What a handler shares among its clients. Every request is authorized before. */
export interface SharedReads {
  /**
   * Returns a recent response, or that of a call in progress, or calls the service.
   *
   * @param getSignal a function, because reading the signal of a request is slow in some frameworks
   * @throws the reason of the signal when it is aborted
   */
  read(request: UpstreamRequest, getSignal: () => AbortSignal): Promise<ClientResponse>
  /** Forgets what a request has changed. */
  forget(request: UpstreamRequest): Promise<void>
}

/**
 * Shares reads: one call for requests at the same time, and its response for `shareForMs`. If the service asks to wait, everyone
 * waits.
 */
export function shareReads(settings: ProxySettings): SharedReads {
  const { baseUrl, shareForMs } = settings
  const calls = new Map<string, SharedCall<ClientResponse>>()
  const cache = new LruCache<SharedResponse>({ entries: MAX_ENTRIES, bytes: MAX_BYTES })
  const store = settings.store && createStoreClient(settings.store, baseUrl)

  const findCached = (key: string): SharedResponse | undefined => {
    const shared = cache.get(key)
    return shared && performance.now() < shared.expiresAt ? shared : undefined
  }

  const findWait = (apiKey: string): ClientResponse | undefined => {
    const wait = findCached(toKey(WAIT_PATH, apiKey))
    if (!wait) return undefined
    const leftMs = wait.expiresAt - performance.now()
    return { ...wait.response, retryAfter: String(Math.ceil(leftMs / 1000)) }
  }

  const keep = (key: string, response: ClientResponse, shareMs: number) => {
    const byteCount = (key.length + response.json.length) * BYTES_PER_CHARACTER
    cache.set(key, { response, expiresAt: performance.now() + shareMs }, byteCount)
  }

  const openStore = (paths: readonly string[], { apiKey, call }: UpstreamRequest) =>
    store?.open(apiKey, paths, (error) => reportError(error, call, settings))

  /** The response of another process. Its time is limited by what this process would allow, also if the clocks differ. */
  const loadStored = async (session: StoreSession, request: UpstreamRequest, isCurrent: () => boolean) => {
    const { path, apiKey, call } = request
    const [stored, wait] = await Promise.all([session.get(path), session.get(WAIT_PATH)])
    if (stored && isCurrent()) {
      const shareMs = getShareMs(call.operation, stored.response, shareForMs)
      keep(toKey(path, apiKey), stored.response, Math.min(stored.leftMs, shareMs))
      return stored.response
    }
    if (wait) keep(toKey(WAIT_PATH, apiKey), wait.response, Math.min(wait.leftMs, getWaitMs(wait.response)))
    return findWait(apiKey)
  }

  const loadShared = async (request: UpstreamRequest, isCurrent: () => boolean, signal: AbortSignal) => {
    const session = await openStore([request.path, WAIT_PATH], request)
    const stored = session && (await loadStored(session, request, isCurrent))
    if (stored) return stored
    const response = await loadResponse(request, settings, signal)
    const waitMs = getWaitMs(response)
    // What began before something changed is out of date.
    const shareMs = isCurrent() ? getShareMs(request.call.operation, response, shareForMs) : 0
    const [path, ms] = waitMs > 0 ? [WAIT_PATH, waitMs] : [request.path, shareMs]
    if (ms > 0) {
      keep(toKey(path, request.apiKey), response, ms)
      // Not awaited, so that no client waits for the store.
      void session?.set(path, response, ms)
    }
    return response
  }

  const startCall = (key: string, request: UpstreamRequest) => {
    const isCurrent = () => calls.get(key) === call
    const end = () => {
      if (isCurrent()) calls.delete(key)
    }
    const call: SharedCall<ClientResponse> = new SharedCall(async (signal) => {
      try {
        return await loadShared(request, isCurrent, signal)
      } finally {
        end()
      }
    }, end)
    calls.set(key, call)
    return call
  }

  return {
    async read(request, getSignal) {
      const key = toKey(request.path, request.apiKey)
      const response = findCached(key)?.response ?? findWait(request.apiKey)
      if (response) return response
      const current = sharesCalls() ? calls.get(key) : undefined
      return (current ?? startCall(key, request)).join(getSignal())
    },
    async forget(request) {
      const isTouched = (key: string) =>
        request.touches.some((path) => key.startsWith(`${path}\n`) || key.startsWith(`${path}?`))
      const keys = [...cache.keys(), ...calls.keys()].filter(isTouched)
      for (const key of keys) {
        cache.delete(key)
        calls.delete(key)
      }
      const paths = [...new Set([...request.touches, ...keys.map((key) => key.slice(0, key.indexOf('\n')))])]
      const session = await openStore(paths, request)
      await Promise.all(paths.map((path) => session?.delete(path)))
    },
  }
}

/**
 * Calls the service. A failure is reported once, and becomes a response, which is shared as any other.
 *
 * @throws the reason of the signal when it is aborted
 */
async function loadResponse(
  request: UpstreamRequest,
  settings: ProxySettings,
  signal: AbortSignal,
): Promise<ClientResponse> {
  try {
    return await forwardRequest(request, settings, signal)
  } catch (error) {
    throwIfAborted(signal)
    return toErrorResponse(error, request.call, settings)
  }
}

/**
 * False on Cloudflare Workers, where a call ends with the request that started it, and the others that wait for it would wait for
 * nothing.
 */
function sharesCalls(): boolean {
  return globalThis.navigator?.userAgent !== 'Cloudflare-Workers'
}

/** Neither a path nor a key contains a line break. */
function toKey(path: string, apiKey: string): string {
  return `${path}\n${apiKey}`
}
