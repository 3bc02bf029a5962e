// Bundlers put a constant in its place.
declare const process: { env: { NODE_ENV?: string | undefined } }

/**
 * Tells the developer something, once, in development. The message is a function: in production nothing is left that
 * calls it, so bundlers drop its text, too.
 */
export function warnOnce(message: () => string): void {
  try {
    if (process.env.NODE_ENV !== 'production') warn(message())
  } catch {
    // Neither Node nor a bundler has said whether this is production.
  }
}

const given = new Set<string>()

function warn(message: string): void {
  if (given.has(message)) return
  given.add(message)
  console.warn(`react-prompt-optimization: ${message}`)
}
