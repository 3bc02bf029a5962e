// The other tabs poll a hidden page at least once a minute.
const CLAIM_MS = 120_000

/**
 * Resolves with true in the tab that calls it first, and with false in the others for two minutes. Without Web Locks, which
 * need HTTPS or localhost, with true in all tabs.
 */
export function claimAcrossTabs(name: string): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined
  if (!locks) return Promise.resolve(true)
  return new Promise((resolve) => {
    const onLock = (lock: Lock | null): Promise<void> | undefined => {
      resolve(lock !== null)
      return lock ? new Promise((release) => setTimeout(release, CLAIM_MS)) : undefined
    }
    // A sandboxed page is denied locks.
    locks.request(name, { ifAvailable: true }, onLock).catch(() => resolve(true))
  })
}
