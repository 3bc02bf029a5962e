import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

// Its standard input closes when it shall end the process group, and also when the tests are killed.
const GUARD = 'trap "" TERM; read -r _; kill -s TERM -- "-$0"; sleep 0.3; kill -s KILL -- "-$0"'

/**
 * Ends the group of a detached process when this process ends, even if killed, or when the returned function is called.
 * Browsers start processes of their own, which outlive them if they are killed.
 */
export function endWithTests({ pid }: ChildProcess): () => Promise<void> {
  // It could not be started.
  if (!pid) return async () => {}
  const guard = spawn('sh', ['-c', GUARD, String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  const ended = once(guard, 'exit')
  return async () => {
    guard.stdin.end()
    await ended
  }
}
