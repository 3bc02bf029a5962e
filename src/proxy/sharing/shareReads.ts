import { throwIfAborted } from '../../http/abortSignal.js'
import { forwardRequest, type UpstreamRequest } from '../forwardRequest.js'
import type { ProxySettings } from '../ProxyHandlerOptions.js'
import { type ClientResponse, createMessage } from '../responses.js'
import { reportError, toErrorResponse } from '../toErrorResponse.js'
import { createStoreClient, type StoredRead } from './createStoreClient.js'
import { getShareMs, getWaitMs, LASTING_MS } from './getShareMs.js'
import { ResponseCache } from './ResponseCache.js'
import { SharedCall } from './SharedCall.js'

const RESPONSE_LIMITS = { entries: 10_000, bytes: 32_000_000 }
/** One for each API key. */
const WAIT_LIMITS = { entries: 1_000, bytes: 1_000_000 }
/** What a read in progress may spend in the store. */
const STORE_MARGIN_MS = 1_000

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
  const { baseUrl, shareForMs, timeoutMs } = settings
  const calls = new Map<string, SharedCall<ClientResponse>>()
  const responses = new ResponseCache(RESPONSE_LIMITS)
  /** How long everyone waits, by API key: apart, so that no response displaces it. */
  const waits = new ResponseCache(WAIT_LIMITS)
  const store = settings.store && createStoreClient(settings.store, baseUrl)
  let changeCount = 0

  const findWait = (apiKey: string): ClientResponse | undefined => {
    const wait = waits.get(apiKey)
    if (!wait) return undefined
    const leftMs = wait.expiresAt - performance.now()
    return { ...wait.response, retryAfter: String(Math.ceil(leftMs / 1000)) }
  }

  /** Returns false if the service has asked for a longer one. */
  const keepWait = (apiKey: string, response: ClientResponse, waitMs: number): boolean => {
    const leftMs = (waits.get(apiKey)?.expiresAt ?? 0) - performance.now()
    if (waitMs <= leftMs) return false
    waits.set(apiKey, response, waitMs)
    return true
  }

  /** What another process knows. Its time is limited by what this process would allow, because the clocks may differ. */
  const loadStored = (
    { path, apiKey, call }: UpstreamRequest,
    { response, wait }: StoredRead,
    isCurrent: () => boolean,
  ): ClientResponse | undefined => {
    if (wait) keepWait(apiKey, wait.response, Math.min(wait.leftMs, getWaitMs(wait.response)))
    if (!response || !isCurrent()) return findWait(apiKey)
    const shareMs = getShareMs(call.operation, response.response, shareForMs)
    responses.set(toKey(path, apiKey), response.response, Math.min(response.leftMs, shareMs))
    return response.response
  }

  const load = async (request: UpstreamRequest, isCurrent: () => boolean, signal: AbortSignal) => {
    const { path, apiKey, call } = request
    const stored = await store?.read(apiKey, path, (error) => reportError(error, call, settings))
    const known = stored && loadStored(request, stored, isCurrent)
    if (known) return known

    const { response, isOfService } = await loadResponse(request, settings, signal)
    const waitMs = getWaitMs(response)
    // What began before something changed is out of date.
    const shareMs = isCurrent() ? getShareMs(call.operation, response, shareForMs) : 0
    // The store is awaited, because some platforms stop once a response is sent.
    if (waitMs > 0) {
      const wait = toWait(response)
      if (keepWait(apiKey, wait, waitMs)) await stored?.keepWait(wait, waitMs)
    } else if (shareMs > 0) {
      responses.set(toKey(path, apiKey), response, shareMs)
      // That this process can't reach the service says nothing about the others.
      if (isOfService) await stored?.keep(response, shareMs)
    }
    return response
  }

  const startCall = (key: string, request: UpstreamRequest) => {
    const changesBefore = changeCount
    const isCurrent = () => changeCount === changesBefore
    const end = () => {
      if (calls.get(key) === call) calls.delete(key)
    }
    const run = (signal: AbortSignal) => load(request, isCurrent, signal).finally(end)
    const call: SharedCall<ClientResponse> = new SharedCall(run, end)
    if (!endsWithRequest()) calls.set(key, call)
    return call
  }

  return {
    async read(request, getSignal) {
      const key = toKey(request.path, request.apiKey)
      const known = responses.get(key)?.response ?? findWait(request.apiKey)
      if (known) return known
      return (calls.get(key) ?? startCall(key, request)).join(getSignal())
    },
    async forget({ touches, apiKey, call }) {
      if (touches.length === 0) return
      // First, so that nothing gets from there to here again.
      const ttlMs = timeoutMs + Math.max(shareForMs, LASTING_MS) + STORE_MARGIN_MS
      await store?.forget(apiKey, touches, ttlMs, (error) => reportError(error, call, settings))
      changeCount++
      for (const keys of [responses, calls]) {
        for (const key of [...keys.keys()]) {
          if (touches.some((path) => key.startsWith(`${path}\n`) || key.startsWith(`${path}?`)))
            keys.delete(key)
        }
      }
    },
  }
}

/**
 * Calls the service. A failure is reported once, and becomes a response, which this process shares as any other.
 *
 * @throws the reason of the signal when it is aborted
 */
async function loadResponse(
  request: UpstreamRequest,
  settings: ProxySettings,
  signal: AbortSignal,
): Promise<{ response: ClientResponse; isOfService: boolean }> {
  try {
    return { response: await forwardRequest(request, settings, signal), isOfService: true }
  } catch (error) {
    throwIfAborted(signal)
    return { response: toErrorResponse(error, request.call, settings), isOfService: false }
  }
}

/** What everyone else gets: the text of the response may be about what only its client may read. */
function toWait({ status, retryAfter }: ClientResponse): ClientResponse {
  return createMessage(status, 'The service asks to wait', retryAfter)
}

/** Whether a call ends with the request that started it, as on Cloudflare Workers: others that waited for it would wait in vain. */
function endsWithRequest(): boolean {
  return globalThis.navigator?.userAgent === 'Cloudflare-Workers'
}

/** Neither a path nor a key contains a line break. */
function toKey(path: string, apiKey: string): string {
  return `${path}\n${apiKey}`
}
