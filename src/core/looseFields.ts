/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

// The API's types are loose, so a field of another shape is left out instead of rejecting the response.

export function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A text that is not blank, or a number as text. */
export function asText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** A number. JSON's largest are infinite. */
export function asNumber(value: unknown): number | null {
  return Number.isFinite(value) ? (value as number) : null
}

/** A count: a whole number of at least zero. */
export function asCount(value: unknown): number | null {
  return Number.isInteger(value) && (value as number) >= 0 ? (value as number) : null
}
