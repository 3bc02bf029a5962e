import { onTestFinished, vi } from 'vitest'

interface LockRequest {
  name: string
  isStarted: boolean
  begin: (lock: unknown) => unknown
  isHeld: boolean
  reject: (reason: unknown) => void
}

const gone = () => new DOMException('The lock was taken away', 'AbortError')

/**
 * Web Locks and `BroadcastChannel` for one test, under fake time: what each client in the test's one process sees of the
 * others is what it would see of other tabs. The real ones are used by the tests in `tabs/`.
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
    // The browser's process has to be asked.
    setTimeout(async () => {
      if (!queue.includes(first)) return
      first.isStarted = true
      try {
        await first.begin({ name })
      } catch (error) {
        first.reject(error)
      }
      release(first)
    }, 1)
  }
  const locks = {
    /** The names of the locks that are held. */
    held: () => queue.filter(({ isHeld }) => isHeld).map(({ name }) => name),
    pending: () => queue.filter(({ isHeld }) => !isHeld).length,
    request(name: string, { signal, steal }: LockOptions, begin: (lock: unknown) => unknown) {
      if (steal && signal) return Promise.reject(new DOMException('not both', 'NotSupportedError'))
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        const request: LockRequest = {
          name,
          isHeld: false,
          isStarted: false,
          reject,
          begin: async (lock) => resolve(await begin(lock)),
        }
        signal?.addEventListener('abort', () => {
          if (request.isStarted) return
          reject(signal.reason)
          release(request)
        })
        if (!steal) queue.push(request)
        else {
          const robbed = queue.find((other) => other.name === name && other.isHeld)
          robbed?.reject(gone())
          queue = [request, ...queue.filter((other) => other !== robbed)]
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
    /** What the tabs that are open now post is lost, and they hear nothing. */
    freeze() {
      for (const channel of channels) frozen.add(channel)
    },
    thaw: () => frozen.clear(),
    /** Gives all tabs what no tab of ours has posted. */
    postForeign(data: unknown) {
      for (const channel of channels) channel.onmessage?.({ data })
    },
  }
}
