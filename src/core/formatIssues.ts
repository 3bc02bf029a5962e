import type { StandardIssue } from './StandardSchemaV1.js'

const MAX_ISSUES = 5

/**
 * Formats the first issues field by field: `progress.step: expected an integer`. Values are left out, as they may be
 * secret.
 */
export function formatIssues(issues: readonly StandardIssue[]): string {
  const texts = issues.slice(0, MAX_ISSUES).map((issue) => {
    const field = formatPath(issue.path ?? []) || 'body'
    // zod's issues have the expected type.
    const { code, expected } = issue as { code?: string; expected?: string }
    return `${field}: ${code === 'invalid_type' ? `expected ${expected}` : issue.message}`
  })
  const restCount = issues.length - texts.length
  return [...texts, ...(restCount > 0 ? [`and ${restCount} more`] : [])].join('; ')
}

/** `data[1].status`. zod's own `toDotPath` would pull all of zod's core into the bundle. */
function formatPath(path: NonNullable<StandardIssue['path']>): string {
  return path.reduce<string>((text, segment) => {
    const key = typeof segment === 'object' ? segment.key : segment
    if (typeof key === 'number') return `${text}[${key}]`
    return text ? `${text}.${String(key)}` : String(key)
  }, '')
}
