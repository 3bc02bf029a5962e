import { spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'
import type { BuiltApp } from './buildApp.js'

/** Starts the built app on a free port for one test and returns its origin. */
export async function startApp(app: BuiltApp, env: Record<string, string>): Promise<string> {
  const args = ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', '0']
  const server = spawn(process.execPath, args, { cwd: app.folder, env: { ...app.env, ...env } })
  onTestFinished(() => {
    server.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    let output = ''
    const read = (chunk: Buffer) => {
      output += chunk
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]
      if (origin && output.includes('Ready')) resolve(origin)
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.on('error', reject)
    server.on('exit', (code) => reject(new Error(`next start exited with code ${code}: ${output}`)))
  })
}
