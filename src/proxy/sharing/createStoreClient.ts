import { parseJson, parseJsonObject } from '../../http/parseJson.js'
import type { ProxyStore } from '../ProxyHandlerOptions.js'
import type { ClientResponse } from '../responses.js'
import { createStoreGuard, type OnStoreFailure } from './createStoreGuard.js'

/** A response from the store. */
interface StoredResponse {
  response: ClientResponse
  /** The time that is left, by the clocks of the servers. */
  leftMs: number
}

/** What the store has for one read. Undefined for what is missing, or out of date. */
export interface StoredRead {
  response: StoredResponse | undefined
  /** How long the service asks everyone to wait. */
  wait: StoredResponse | undefined
  keep(response: ClientResponse, shareMs: number): Promise<void>
  keepWait(response: ClientResponse, waitMs: number): Promise<void>
}

/** The app's store, which may fail, hang, or contain anything. Neither function rejects. */
export interface StoreClient {
  /** Undefined while the store is not used. */
  read(apiKey: string, path: string, onFailure: OnStoreFailure): Promise<StoredRead | undefined>
  /**
   * Makes what is stored for the paths, with any query, out of date, also what a read that is in progress stores later.
   *
   * @param ttlMs the time after which nothing older is left
   */
  forget(apiKey: string, paths: readonly string[], ttlMs: number, onFailure: OnStoreFailure): Promise<void>
}

/** A response that was stored before the last change of its path is out of date: so lists need not be enumerated by their queries. */
export function createStoreClient(store: ProxyStore, baseUrl: string): StoreClient {
  const guard = createStoreGuard()

  const parse = (value: unknown, onFailure: OnStoreFailure) => {
    if (value === undefined || value === null) return undefined
    const stored = parseStored(value)
    if (!stored) guard.report('store.get returned a value that the handler did not store', onFailure)
    return stored && stored.leftMs > 0 ? stored : undefined
  }

  return {
    async read(apiKey, path, onFailure) {
      const found = await guard.run(
        'store.get',
        async () => {
          const nameEntry = await createEntryNamer(apiKey, baseUrl)
          const [name, waitName, changeName] = await Promise.all([
            nameEntry(`response ${path}`),
            nameEntry('wait'),
            nameEntry(`change ${path.replace(/\?.*/s, '')}`),
          ])
          const [value, wait, change] = await Promise.all(
            // An async function, so that one that throws leaves no other rejection without a handler.
            [name, waitName, changeName].map(async (each) => store.get(each)),
          )
          return { name, waitName, value, wait, change: change ?? undefined }
        },
        onFailure,
      )
      if (!found) return undefined
      const { name, waitName, change } = found
      const set = (key: string, response: ClientResponse, ttlMs: number) =>
        guard.run(
          'store.set',
          async () => {
            const expiresAt = Date.now() + ttlMs
            await store.set(key, JSON.stringify({ ...response, expiresAt, change }), ttlMs)
          },
          onFailure,
        )
      const response = parse(found.value, onFailure)
      return {
        response: response?.change === change ? response : undefined,
        wait: parse(found.wait, onFailure),
        keep: (kept, shareMs) => set(name, kept, shareMs),
        keepWait: (kept, waitMs) => set(waitName, kept, waitMs),
      }
    },
    async forget(apiKey, paths, ttlMs, onFailure) {
      await guard.run(
        'store.set',
        async () => {
          const nameEntry = await createEntryNamer(apiKey, baseUrl)
          await Promise.all([
            ...paths.map(async (path) =>
              store.set(await nameEntry(`change ${path}`), crypto.randomUUID(), ttlMs),
            ),
            ...paths.map(async (path) => store.delete(await nameEntry(`response ${path}`))),
          ])
        },
        onFailure,
        // Or what is out of date would be shared after the pause.
        true,
      )
    },
  }
}

/** Undefined if the value is not a response that was stored. */
function parseStored(value: unknown): (StoredResponse & { change: unknown }) | undefined {
  const stored = typeof value === 'string' ? parseJsonObject(value) : undefined
  if (!stored) return undefined
  const { status, json, retryAfter, expiresAt, change } = stored
  if (!isClientStatus(status) || typeof json !== 'string' || parseJson(json) === undefined) return undefined
  if (typeof expiresAt !== 'number') return undefined
  const leftMs = expiresAt - Date.now()
  if (retryAfter === undefined) return { response: { status, json }, leftMs, change }
  // Seconds or an HTTP date.
  if (typeof retryAfter !== 'string' || !/^[\w ,:]{1,40}$/.test(retryAfter)) return undefined
  return { response: { status, json, retryAfter }, leftMs, change }
}

/** Whether the service's responses to clients may have it: with a body, not a redirect, and a 401 is about the key. */
function isClientStatus(status: unknown): status is number {
  if (typeof status !== 'number' || !Number.isInteger(status)) return false
  const isSuccess = status >= 200 && status < 300 && status !== 204 && status !== 205
  return isSuccess || (status >= 400 && status < 600 && status !== 401)
}

/**
 * Returns a function that names entries of the store: by HMACs whose key is the API key. The names are the same in every process,
 * differ between keys and services, and reveal neither the key nor an ID.
 */
async function createEntryNamer(
  apiKey: string,
  baseUrl: string,
): Promise<(entry: string) => Promise<string>> {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(apiKey), algorithm, false, ['sign'])
  return async (entry) => {
    const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(`${baseUrl}\n${entry}`))
    const hex = [...new Uint8Array(signature)].map((byte) => byte.toString(16).padStart(2, '0'))
    return `react-prompt-optimization:1:${hex.join('')}`
  }
}
