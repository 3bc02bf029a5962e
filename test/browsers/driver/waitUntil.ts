import { setTimeout } from 'node:timers/promises'

/**
 * Waits until the check returns something truthy and does not throw, and returns it. Unlike those of Vitest, it also works outside
 * of tests.
 */
export async function waitUntil<Result>(check: () => Promise<Result>, timeoutMs: number): Promise<Result> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    try {
      const result = await check()
      if (result) return result
      if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${check}`)
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
    await setTimeout(50)
  }
}
