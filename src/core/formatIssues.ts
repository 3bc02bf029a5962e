import type * as z from 'zod/mini'

/** Formats the issues field by field: `progress.step: expected an integer`. Values are left out, as they may be secret. */
export function formatIssues(error: z.core.$ZodError): string {
  return error.issues
    .map((issue) => {
      const field = formatPath(issue.path) || 'body'
      return `${field}: ${issue.code === 'invalid_type' ? `expected ${issue.expected}` : issue.message}`
    })
    .join('; ')
}

/** `data[1].status`. zod's own `toDotPath` would pull all of zod's core into the bundle. */
function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text ? `${text}.${String(key)}` : String(key)
  }, '')
}
