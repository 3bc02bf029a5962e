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

/** The responses to some paths in the store. None of the functions rejects. */
export interface StoreSession {
  /** Null if there is none. */
  get(path: string): Promise<StoredResponse | null>
  set(path: string, response: ClientResponse, shareMs: number): Promise<void>
  delete(path: string): Promise<void>
}

/** The app's store, which may fail, hang, or contain anything. */
export interface StoreClient {
  /** Opens the responses to the paths with an API key. Never rejects; null while the store is not used. */
  open(
    apiKey: string,
    paths: readonly string[],
    onFailure: (error: ProxyError) => void,
  ): Promise<StoreSession | null>
}

/** Wraps the store: it is not used for a while after a failure, and failures are reported once in a while. */
export function createStoreClient(store: ProxyStore, baseUrl: string): StoreClient {
  let pausedUntil = 0
  let nextReportAt = 0

  const open: StoreClient['open'] = async (apiKey, paths, onFailure) => {
    const report = (message: string, details: { cause?: unknown }) => {
      if (performance.now() < nextReportAt) return
      nextReportAt = performance.now() + REPORT_INTERVAL_MS
      onFailure(new ProxyError(undefined, message, { code: 'store-failed', ...details }))
    }
    /** Undefined if the store is paused, fails or hangs. */
    const use = async <T>(action: string, run: () => T): Promise<Awaited<T> | undefined> => {
      if (performance.now() < pausedUntil) return undefined
      const createTimeoutError = () => new Error(`no result within ${TIMEOUT_MS} ms`)
      try {
        const limit = { timeoutMs: TIMEOUT_MS, createTimeoutError, signal: undefined }
        return await withTimeout(limit, async () => await run())
      } catch (cause) {
        pausedUntil = performance.now() + PAUSE_MS
        report(`${action} failed, so the store is not used for ${PAUSE_MS / 1000} s`, { cause })
        return undefined
      }
    }

    const names = await use('crypto.subtle', () => getStoreNames(apiKey, baseUrl, paths))
    if (!names) return null
    const nameOf = (path: string) => names.get(path) ?? ''
    return {
      async get(path) {
        const value = await use('store.get', () => store.get(nameOf(path)))
        if (value === undefined || value === null) return null
        const stored = parseStored(value)
        if (!stored) report('store.get returned a value that the handler did not store', {})
        return stored && stored.leftMs > 0 ? stored : null
      },
      async set(path, response, shareMs) {
        const value = JSON.stringify({ ...response, expiresAt: Date.now() + shareMs })
        await use('store.set', () => store.set(nameOf(path), value, shareMs))
      },
      async delete(path) {
        await use('store.delete', () => store.delete(nameOf(path)))
      },
    }
  }
  return { open }
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
    typeof expiresAt === 'number'
  if (!isValid) return null
  const leftMs = expiresAt - Date.now()
  if (retryAfter === undefined) return { response: { status: Number(status), json }, leftMs }
  // Seconds or an HTTP date.
  if (typeof retryAfter !== 'string' || !/^[\w ,:]{1,40}$/.test(retryAfter)) return null
  return { response: { status: Number(status), json, retryAfter }, leftMs }
}

/**
 * The names of responses in the store by their paths: HMACs whose key is the API key. They are the same in every process, differ between
 * keys and services, and reveal neither the key nor an ID.
 */
async function getStoreNames(
  apiKey: string,
  baseUrl: string,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(apiKey), algorithm, false, ['sign'])
  const names = paths.map(async (path): Promise<[string, string]> => {
    const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(`${baseUrl}\n${path}`))
    const hex = [...new Uint8Array(signature)].map((byte) => byte.toString(16).padStart(2, '0'))
    return [path, `react-prompt-optimization:1:${hex.join('')}`]
  })
  return new Map(await Promise.all(names))
}
