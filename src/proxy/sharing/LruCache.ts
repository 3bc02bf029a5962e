interface Entry<V> {
  value: V
  byteCount: number
}

/** Keeps the most recently used values within two limits. A `Map` iterates in the order in which keys were set. */
export class LruCache<V> {
  readonly #entries = new Map<string, Entry<V>>()
  readonly #limits: { entries: number; bytes: number }
  #byteCount = 0

  constructor(limits: { entries: number; bytes: number }) {
    this.#limits = limits
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  /** Replaces the value. One that exceeds the limit on its own is not kept. */
  set(key: string, value: V, byteCount: number): void {
    this.delete(key)
    if (byteCount > this.#limits.bytes) return
    this.#entries.set(key, { value, byteCount })
    this.#byteCount += byteCount
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#limits.entries && this.#byteCount <= this.#limits.bytes) break
      this.delete(oldest)
    }
  }

  delete(key: string): void {
    this.#byteCount -= this.#entries.get(key)?.byteCount ?? 0
    this.#entries.delete(key)
  }

  keys(): IterableIterator<string> {
    return this.#entries.keys()
  }
}
