// Bundlers put a constant in its place.
declare const process: { env: { NODE_ENV?: string | undefined } }

/**
 * Tells the developer something, once, in development, where there is a reason to. Message and reason are functions: in
 * production nothing is left that calls them, so bundlers drop what is in them, too.
 */
export function warnOnce(message: () => string, isDue = () => true): void {
  try {
    if (process.env.NODE_ENV !== 'production' && isDue()) warn(message())
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
