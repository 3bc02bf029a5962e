import { onTestFinished, vi } from 'vitest'

interface LockRequest {
  name: string
  isStarted: boolean
  callback: (lock: unknown) => unknown
  isHeld: boolean
  reject: (reason: unknown) => void
}

const stolenError = () => new DOMException('The lock was stolen', 'AbortError')

/**
 * In-memory Web Locks and `BroadcastChannel` for one test, driven by fake timers: each client in the test acts as a tab.
 * The tests in `tabs/` use the real APIs.
 */
export function fakeTabs({ messageDelayMs = 1 } = {}) {
  const channels = new Set<FakeChannel>()
  const frozen = new Set<FakeChannel>()
  const posts: { to: string; data: unknown }[] = []

  class FakeChannel {
    onmessage: ((event: { data: unknown }) => void) | null = null
    constructor(readonly name: string) {
      channels.add(this)
    }
    postMessage(data: unknown) {
      if (frozen.has(this)) return
      const copy = structuredClone(data)
      posts.push({ to: this.name, data: copy })
      const others = [...channels].filter((other) => other !== this && other.name === this.name)
      setTimeout(() => {
        for (const other of others) {
          if (channels.has(other) && !frozen.has(other)) other.onmessage?.({ data: copy })
        }
      }, messageDelayMs)
    }
    close() {
      channels.delete(this)
    }
  }

  let queue: LockRequest[] = []
  const release = (request: LockRequest) => {
    queue = queue.filter((other) => other !== request)
    grantNext(request.name)
  }
  const grantNext = (name: string) => {
    const first = queue.find((request) => request.name === name)
    if (!first || first.isHeld) return
    first.isHeld = true
    // Locks are granted asynchronously.
    setTimeout(async () => {
      if (!queue.includes(first)) return
      first.isStarted = true
      try {
        await first.callback({ name })
      } catch (error) {
        first.reject(error)
      }
      release(first)
    }, 1)
  }
  const locks = {
    /** Names of the held locks. */
    held: () => queue.filter(({ isHeld }) => isHeld).map(({ name }) => name),
    pending: () => queue.filter(({ isHeld }) => !isHeld).length,
    request(name: string, { signal, steal, ifAvailable }: LockOptions, callback: (lock: unknown) => unknown) {
      if (steal && signal) return Promise.reject(new DOMException('not both', 'NotSupportedError'))
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        if (ifAvailable && queue.some((other) => other.name === name)) return resolve(callback(null))
        const request: LockRequest = {
          name,
          isHeld: false,
          isStarted: false,
          reject,
          callback: async (lock) => resolve(await callback(lock)),
        }
        signal?.addEventListener('abort', () => {
          if (request.isStarted) return
          reject(signal.reason)
          release(request)
        })
        if (!steal) queue.push(request)
        else {
          const previousHolder = queue.find((other) => other.name === name && other.isHeld)
          previousHolder?.reject(stolenError())
          queue = [request, ...queue.filter((other) => other !== previousHolder)]
        }
        grantNext(name)
      })
    },
  }

  vi.stubGlobal('BroadcastChannel', FakeChannel)
  Object.defineProperty(navigator, 'locks', { configurable: true, value: locks })
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, 'locks')
    vi.unstubAllGlobals()
  })

  return {
    locks,
    posts,
    openChannels: () => channels.size,
    /** Drops all messages to and from the tabs open now. */
    freeze() {
      for (const channel of channels) frozen.add(channel)
    },
    thaw: () => frozen.clear(),
    /** Delivers a message from outside to all tabs. */
    deliverMessage(data: unknown) {
      for (const channel of channels) channel.onmessage?.({ data })
    },
  }
}
