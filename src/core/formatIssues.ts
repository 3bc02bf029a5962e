import type * as z from 'zod/v4/mini'

const MAX_ISSUES = 5

/**
 * Formats the first issues field by field: `progress.step: expected an integer`. Values are left out, as they may be
 * secret.
 */
export function formatIssues({ issues }: z.core.$ZodError): string {
  const texts = issues.slice(0, MAX_ISSUES).map((issue) => {
    const field = formatPath(issue.path) || 'body'
    return `${field}: ${issue.code === 'invalid_type' ? `expected ${issue.expected}` : issue.message}`
  })
  const restCount = issues.length - texts.length
  return [...texts, ...(restCount > 0 ? [`and ${restCount} more`] : [])].join('; ')
}

/** `data[1].status`. zod's own `toDotPath` would pull all of zod's core into the bundle. */
function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text ? `${text}.${String(key)}` : String(key)
  }, '')
}
