import type { ClientResponse } from '../responses.js'
import { LruCache } from './LruCache.js'

/** JavaScript stores a character in one byte or two. */
const BYTES_PER_CHARACTER = 2

interface CachedResponse {
  response: ClientResponse
  /** By `performance.now()`, which the system's clock does not change. */
  expiresAt: number
}

/** Keeps responses for a time, within a limit of memory. */
export class ResponseCache {
  readonly #responses: LruCache<CachedResponse>

  constructor(limits: { entries: number; bytes: number }) {
    this.#responses = new LruCache(limits)
  }

  get(key: string): CachedResponse | undefined {
    const cached = this.#responses.get(key)
    return cached && performance.now() < cached.expiresAt ? cached : undefined
  }

  set(key: string, response: ClientResponse, forMs: number): void {
    const byteCount = (key.length + response.json.length) * BYTES_PER_CHARACTER
    this.#responses.set(key, { response, expiresAt: performance.now() + forMs }, byteCount)
  }

  delete(key: string): void {
    this.#responses.delete(key)
  }

  keys(): IterableIterator<string> {
    return this.#responses.keys()
  }
}
