import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Runs a command without the NODE_ENV that Vitest sets. Rejects with its output if it fails. */
export async function run(
  command: string,
  args: string[],
  cwd: string,
  variables: Record<string, string> = {},
): Promise<string> {
  const { NODE_ENV: _, ...inherited } = process.env
  const env = { ...inherited, ...variables }
  const { stdout, stderr } = await promisify(execFile)(command, args, { cwd, env }).catch((error) => {
    throw new Error(`${command} ${args.join(' ')}\n${error.stdout}${error.stderr}`, { cause: error })
  })
  return stdout + stderr
}
