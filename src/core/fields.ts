import * as z from 'zod/v4/mini'
import { toUtcDateTime } from './toUtcDateTime.js'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Replaces the value by the parsed one, or adds an issue where `parse` returns null. Smaller than zod's own checks. */
function parseWith<Value>(parse: (value: Value) => Value | null, expected: string) {
  return (payload: z.core.ParsePayload<Value>) => {
    const value = parse(payload.value)
    if (value === null)
      payload.issues.push({ code: 'custom', message: `expected ${expected}`, input: payload.value })
    else payload.value = value
  }
}

export const id = z.string().check(parseWith((value) => value || null, 'an ID, received an empty string'))
export const uuid = z.string().check(parseWith((value) => (UUID.test(value) ? value : null), 'a UUID'))
export const integer = z
  .number()
  .check(parseWith((value) => (Number.isInteger(value) ? value : null), 'an integer'))
export const dateTime = z.string().check(parseWith(toUtcDateTime, 'an ISO 8601 date-time'))
