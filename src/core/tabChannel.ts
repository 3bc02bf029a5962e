import { parseTabMessage, serializeTabMessage, TAB_MESSAGE_VERSION, type TabMessage } from './tabMessage.js'

/** The `BroadcastChannel` of one scope. */
export interface TabChannel {
  /** The channel's name, also the prefix of its locks. */
  name: string
  /** Opens the channel, and returns the function that releases it. Null where the browser has none. */
  retain(): (() => void) | null
  /** Posts a message to the other tabs. */
  post(message: TabMessage): void
}

/**
 * Creates a reference-counted channel. An open `BroadcastChannel` keeps a Node process alive and a page out of the
 * back/forward cache, so it closes with its last user.
 */
export function createTabChannel(scope: string, onMessage: (message: TabMessage) => void): TabChannel {
  const name = `react-prompt-optimization:${TAB_MESSAGE_VERSION}:${scope}`
  let channel: BroadcastChannel | null = null
  let refCount = 0

  const open = () => {
    const opened = new BroadcastChannel(name)
    opened.onmessage = ({ data }) => {
      const message = parseTabMessage(data)
      if (message) onMessage(message)
    }
    return opened
  }

  return {
    name,

    retain() {
      try {
        channel ??= open()
      } catch {
        // Not supported, or blocked together with storage.
        return null
      }
      refCount++
      return () => {
        refCount--
        if (refCount > 0) return
        channel?.close()
        channel = null
      }
    },

    post(message) {
      try {
        channel?.postMessage(serializeTabMessage(message))
      } catch {
        // A custom client returned a job that cannot be cloned: the other tabs fetch for themselves.
      }
    },
  }
}
