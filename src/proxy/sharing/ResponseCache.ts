import type { ClientResponse } from '../responses.js'

/** JavaScript stores a character in one byte or two. */
const BYTES_PER_CHARACTER = 2

interface CachedResponse {
  response: ClientResponse
  /** By `performance.now()`, which the system's clock does not change. */
  expiresAt: number
  byteCount: number
}

/** Keeps the most recently used responses for a time, within two limits. A `Map` iterates in the order in which keys were set. */
export class ResponseCache {
  readonly #responses = new Map<string, CachedResponse>()
  readonly #limits: { entries: number; bytes: number }
  #byteCount = 0

  constructor(limits: { entries: number; bytes: number }) {
    this.#limits = limits
  }

  get(key: string): CachedResponse | undefined {
    const cached = this.#responses.get(key)
    if (!cached) return undefined
    this.#responses.delete(key)
    this.#responses.set(key, cached)
    return performance.now() < cached.expiresAt ? cached : undefined
  }

  /** Replaces the response. One that exceeds the limit on its own is not kept. */
  set(key: string, response: ClientResponse, forMs: number): void {
    this.delete(key)
    const byteCount = (key.length + response.json.length) * BYTES_PER_CHARACTER
    if (byteCount > this.#limits.bytes) return
    this.#responses.set(key, { response, expiresAt: performance.now() + forMs, byteCount })
    this.#byteCount += byteCount
    for (const oldest of this.#responses.keys()) {
      if (this.#responses.size <= this.#limits.entries && this.#byteCount <= this.#limits.bytes) break
      this.delete(oldest)
    }
  }

  delete(key: string): void {
    this.#byteCount -= this.#responses.get(key)?.byteCount ?? 0
    this.#responses.delete(key)
  }

  keys(): IterableIterator<string> {
    return this.#responses.keys()
  }
}
