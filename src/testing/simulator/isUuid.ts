export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
}

/** UUIDs are case-insensitive. */
export function isSameId(a: string, b: string | undefined): boolean {
  return a.toLowerCase() === b?.toLowerCase()
}
