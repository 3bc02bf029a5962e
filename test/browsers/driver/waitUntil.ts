import { setTimeout } from 'node:timers/promises'

/** Waits until the check is true and does not throw. Unlike those of Vitest, it also works outside of tests. */
export async function waitUntil(check: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    try {
      if (await check()) return
      if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${check}`)
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
    await setTimeout(50)
  }
}
