// Bundlers put a constant in its place, so that production code holds neither the check nor the warning.
declare const process: { env: { NODE_ENV?: string | undefined } }

const given = new Set<string>()

/** Tells the developer something, once, in development. */
export function warnOnce(message: string): void {
  if (process.env.NODE_ENV === 'production' || given.has(message)) return
  given.add(message)
  console.warn(`react-prompt-optimization: ${message}`)
}
