/** Parses a URL, relative to the base, if any. Null if it is invalid. */
export function parseUrl(url: string, base?: string): URL | null {
  try {
    return new URL(url, base)
  } catch {
    return null
  }
}
