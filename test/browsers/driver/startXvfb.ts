import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { endWithTests } from './endWithTests.js'
import { TIMEOUT_MS } from './timeoutMs.js'

/** Starts a display with a number that Xvfb chooses. */
export async function startXvfb(): Promise<{ display: string; close: () => Promise<void> }> {
  // Larger than every window, which could not get its size otherwise.
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x2000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const close = endWithTests(xvfb)
  try {
    const [line] = await once(xvfb.stdio[3] as Readable, 'data', {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return { display: `:${String(line).trim()}`, close }
  } catch (cause) {
    await close()
    throw new Error('Xvfb did not start.', { cause })
  }
}
