type Constructor = typeof globalThis.Notification

/** The permission to show system notifications; `unsupported` where the browser can't show them. */
export type FinishNotificationPermission = NotificationPermission | 'unsupported'

const listeners = new Set<() => void>()
let usable: Constructor | undefined
let unusable: Constructor | undefined

export function getPermission(): FinishNotificationPermission {
  const { Notification } = globalThis as Partial<typeof globalThis>
  return Notification && isUsable(Notification) ? Notification.permission : 'unsupported'
}

/** Chrome on Android has the constructor, which throws. */
function isUsable(Notification: Constructor): boolean {
  if (Notification === unusable) return false
  // With the permission, it would be shown.
  if (Notification === usable || Notification.permission === 'granted') return true
  try {
    new Notification('')
    usable = Notification
    return true
  } catch {
    unusable = Notification
    return false
  }
}

/** Also called for changes in the settings of the browser, where it reports them. */
export function subscribeToPermission(listener: () => void): () => void {
  listeners.add(listener)
  let isSubscribed = true
  let status: PermissionStatus | undefined
  // Optional: Safari lacked it, and Firefox rejects it in private windows.
  globalThis.navigator?.permissions
    ?.query({ name: 'notifications' })
    .then((queried) => {
      if (!isSubscribed) return
      status = queried
      status.addEventListener('change', listener)
    })
    .catch(() => {})
  return () => {
    isSubscribed = false
    listeners.delete(listener)
    status?.removeEventListener('change', listener)
  }
}

export async function requestPermission(): Promise<void> {
  if (getPermission() !== 'default') return
  try {
    await Notification.requestPermission()
  } catch {
    // Not granted.
  }
  for (const listener of listeners) listener()
}

/** Shows a notification; null where that is not supported after all. */
export function showNotification(title: string, options: NotificationOptions): Notification | null {
  try {
    return new Notification(title, options)
  } catch {
    unusable = globalThis.Notification
    for (const listener of listeners) listener()
    return null
  }
}
