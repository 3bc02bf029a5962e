import { parseJson } from '../../http/parseJson.js'
import { withTimeout } from '../../http/withTimeout.js'
import { ProxyError } from '../ProxyError.js'
import type { ProxyStore } from '../ProxyHandlerOptions.js'
import type { ClientResponse } from '../responses.js'

/** A store that takes longer saves no time. */
const TIMEOUT_MS = 250
/** After a failure the store is not used for this long, so that one that hangs does not delay every request. */
const PAUSE_MS = 10_000
const REPORT_INTERVAL_MS = 60_000

/** A response from the store. */
export interface StoredResponse {
  response: ClientResponse
  /** The time that is left, by the clocks of the servers. */
  leftMs: number
}

/** What identifies a response in the store. */
interface StoreKey {
  path: string
  apiKey: string
}

/** The app's store, which may fail, hang, or contain anything. None of these functions rejects. */
export interface StoreClient {
  /** Null if there is none. */
  get(key: StoreKey, onFailure: OnFailure): Promise<StoredResponse | null>
  set(key: StoreKey, response: ClientResponse, shareMs: number, onFailure: OnFailure): Promise<void>
  delete(key: StoreKey, onFailure: OnFailure): Promise<void>
}

type OnFailure = (error: ProxyError) => void

/** Wraps the store. It is not used for a while after a failure, and failures are reported once in a while. */
export function createStoreClient(store: ProxyStore, baseUrl: string): StoreClient {
  let pausedUntil = 0
  let nextReportAt = 0

  const report = (onFailure: OnFailure, message: string, details: { cause?: unknown }) => {
    if (performance.now() < nextReportAt) return
    nextReportAt = performance.now() + REPORT_INTERVAL_MS
    onFailure(new ProxyError(undefined, message, { code: 'store-failed', ...details }))
  }

  /** Undefined if the store is paused, fails or hangs. */
  const use = async (
    action: keyof ProxyStore,
    key: StoreKey,
    onFailure: OnFailure,
    run: (name: string) => unknown,
  ): Promise<unknown> => {
    if (performance.now() < pausedUntil) return undefined
    const createTimeoutError = () => new Error(`no result within ${TIMEOUT_MS} ms`)
    try {
      return await withTimeout({ timeoutMs: TIMEOUT_MS, createTimeoutError, signal: undefined }, async () =>
        run(await getStoreName(key, baseUrl)),
      )
    } catch (cause) {
      pausedUntil = performance.now() + PAUSE_MS
      report(onFailure, `store.${action} failed, so the store is not used for ${PAUSE_MS / 1000} s`, {
        cause,
      })
      return undefined
    }
  }

  return {
    async get(key, onFailure) {
      const value = await use('get', key, onFailure, (name) => store.get(name))
      if (value === undefined || value === null) return null
      const stored = parseStored(value)
      if (!stored) report(onFailure, 'store.get returned a value that the handler did not store', {})
      return stored && stored.leftMs > 0 ? stored : null
    },
    async set(key, { status, json, retryAfter }, shareMs, onFailure) {
      const value = JSON.stringify({ status, json, retryAfter, expiresAt: Date.now() + shareMs })
      await use('set', key, onFailure, (name) => store.set(name, value, shareMs))
    },
    async delete(key, onFailure) {
      await use('delete', key, onFailure, (name) => store.delete(name))
    },
  }
}

/** Null if the value is not one that `set` stored. */
function parseStored(value: unknown): StoredResponse | null {
  const stored = typeof value === 'string' ? parseJson(value) : undefined
  if (typeof stored !== 'object' || stored === null) return null
  const { status, json, retryAfter, expiresAt } = stored as Record<string, unknown>
  const isValid =
    Number.isInteger(status) &&
    Number(status) >= 200 &&
    Number(status) <= 599 &&
    typeof json === 'string' &&
    parseJson(json) !== undefined &&
    (retryAfter === undefined || typeof retryAfter === 'string') &&
    typeof expiresAt === 'number'
  if (!isValid) return null
  return {
    response: { status: Number(status), json, retryAfter },
    leftMs: expiresAt - Date.now(),
  }
}

/**
 * The name of a response in the store: an HMAC whose key is the API key. It is the same in every process, differs between keys and
 * services, and reveals neither the key nor an ID.
 */
async function getStoreName({ path, apiKey }: StoreKey, baseUrl: string): Promise<string> {
  const encoder = new TextEncoder()
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(apiKey),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(`${baseUrl}\n${path}`))
  const hex = [...new Uint8Array(signature)].map((byte) => byte.toString(16).padStart(2, '0'))
  return `react-prompt-optimization:1:${hex.join('')}`
}
