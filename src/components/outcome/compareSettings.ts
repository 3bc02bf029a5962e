import type { PromptVersion } from '../../core/promptVersion.js'
import { compareLines, type LineComparison } from './compareLines.js'

/** A setting that differs; a value that a version does not have is undefined. */
export interface SettingChange {
  /** The name in the API, such as `temperature`. */
  name: string
  /** What happened to it. */
  kind: 'changed' | 'added' | 'removed'
  /** The value in the original version. */
  before: unknown
  /** The value in the new version. */
  after: unknown
  /** The lines of both values as JSON, if one of them has several, such as a schema. */
  comparison: LineComparison | null
}

/** Compares the model, its parameters and the schemas. */
export function compareSettings(
  original: PromptVersion,
  optimized: PromptVersion,
  deadline: number,
): SettingChange[] {
  const before = readSettings(original)
  const after = readSettings(optimized)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name): SettingChange[] => {
    const values = { before: before.get(name), after: after.get(name) }
    const [textBefore, textAfter] = [toJson(values.before), toJson(values.after)]
    // What can't be read may differ.
    if (textBefore === textAfter && textBefore !== UNREADABLE) return []
    const hasLines = [textBefore, textAfter].some((text) => text.includes('\n'))
    return [
      {
        name,
        ...values,
        kind: textBefore === '' ? 'added' : textAfter === '' ? 'removed' : 'changed',
        comparison: hasLines ? compareLines(textBefore, textAfter, deadline) : null,
      },
    ]
  })
}

function readSettings({ provider, model, parameters, toolSchema, outputSchema }: PromptVersion) {
  const own = { provider, model, ...parameters, tool_schema: toolSchema, output_schema: outputSchema }
  return new Map(Object.entries(own).filter(([, value]) => value !== null))
}

/** For a value that is nested too deeply for the JSON of the platform. */
const UNREADABLE = '…'

/** JSON whose keys have an order, because that of an object says nothing. Empty without a value. */
export function toJson(value: unknown): string {
  const sortKeys = (_: string, nested: unknown) => {
    if (typeof nested !== 'object' || nested === null || Array.isArray(nested)) return nested
    return Object.fromEntries(Object.entries(nested).sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  try {
    return JSON.stringify(value, sortKeys, 2) ?? ''
  } catch {
    return UNREADABLE
  }
}
