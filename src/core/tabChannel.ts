import { readTabMessage, TAB_MESSAGE_VERSION, type TabMessage, writeTabMessage } from './tabMessage.js'

/** How the tabs of one name talk to each other. */
export interface TabChannel {
  /** Names the channel and its locks. */
  name: string
  /** Holds the channel open, and returns what lets it go. Null where there is none to be had. */
  join(): (() => void) | null
  /** Tells the other tabs. */
  post(message: TabMessage): void
}

/**
 * Creates a channel that is open while somebody has joined it: one that is left open keeps a Node process alive, and a
 * page out of the back/forward cache.
 */
export function createTabChannel(name: string, hear: (message: TabMessage) => void): TabChannel {
  const fullName = `react-prompt-optimization:${TAB_MESSAGE_VERSION}:${name}`
  let channel: BroadcastChannel | null = null
  let members = 0

  const open = () => {
    const opened = new BroadcastChannel(fullName)
    opened.onmessage = ({ data }) => {
      const message = readTabMessage(data)
      if (message) hear(message)
    }
    return opened
  }

  return {
    name: fullName,

    join() {
      try {
        channel ??= open()
      } catch {
        // The browser has none, or refuses it where storage is blocked.
        return null
      }
      members++
      return () => {
        members--
        if (members > 0) return
        channel?.close()
        channel = null
      }
    },

    post(message) {
      try {
        channel?.postMessage(writeTabMessage(message))
      } catch {
        // A client of the app's own gave what cannot be copied: the other tabs ask for themselves.
      }
    },
  }
}
