// Bundlers replace it by a constant.
declare const process: { env: { NODE_ENV?: string | undefined } }

/**
 * Logs a warning once, in development only. Message and condition are functions, so that bundlers drop their bodies in
 * production.
 */
export function warnOnce(message: () => string, shouldWarn = () => true): void {
  try {
    if (process.env.NODE_ENV !== 'production' && shouldWarn()) warn(message())
  } catch {
    // `process` is neither defined nor replaced: assume production.
  }
}

const warned = new Set<string>()

function warn(message: string): void {
  if (warned.has(message)) return
  warned.add(message)
  console.warn(`react-prompt-optimization: ${message}`)
}
