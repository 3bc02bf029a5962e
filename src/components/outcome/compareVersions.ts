import { diffArrays } from 'diff'
import type { PromptMessage, PromptVersion } from '../../core/promptVersion.js'
import { type CompareLimits, compareLines, type LineComparison } from './compareLines.js'
import { findVariables } from './findVariables.js'

/** A message in one or both versions. */
export interface MessageChange {
  /** What happened to it. */
  kind: 'unchanged' | 'changed' | 'added' | 'removed' | 'moved'
  /** The role, or the kind of what is no message. */
  role: string
  /** The text of the version that has it; of the new version if both have. */
  text: string
  /** Names of what is no text, of the same version. */
  media: readonly string[]
  /** For a changed, added or removed message. */
  comparison: LineComparison | null
}

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

/** What differs between two versions of a prompt. */
export interface VersionComparison {
  /** Whether neither messages nor settings differ. */
  isIdentical: boolean
  /** The messages of both versions. */
  messages: readonly MessageChange[]
  /** The settings that differ. */
  settings: readonly SettingChange[]
  /** The names of variables that only the new version has. */
  addedVariables: readonly string[]
  /** The names of variables that only the original version has. */
  removedVariables: readonly string[]
  /** The number of added lines in messages. */
  addedCount: number
  /** The number of removed lines in messages. */
  removedCount: number
}

/**
 * Compares two versions: message by message, their settings and their variables. Large messages are compared for 200 ms each by
 * default.
 *
 * @example
 * const { addedCount, removedVariables } = compareVersions(original, optimized)
 */
export function compareVersions(
  original: PromptVersion,
  optimized: PromptVersion,
  limits?: CompareLimits,
): VersionComparison {
  const messages = compareMessages(original.messages, optimized.messages, limits)
  const settings = compareSettings(original, optimized, limits)
  const before = findVariables(original.messages)
  const after = findVariables(optimized.messages)
  const sum = (count: 'addedCount' | 'removedCount') =>
    messages.reduce((total, { comparison }) => total + (comparison?.[count] ?? 0), 0)
  return {
    isIdentical: settings.length === 0 && messages.every(({ kind }) => kind === 'unchanged'),
    messages,
    settings,
    addedVariables: after.filter((name) => !before.includes(name)),
    removedVariables: before.filter((name) => !after.includes(name)),
    addedCount: sum('addedCount'),
    removedCount: sum('removedCount'),
  }
}

const comparisons = new WeakMap<PromptVersion, WeakMap<PromptVersion, VersionComparison>>()

/** `compareVersions`, once for two versions, because a large one takes time. */
export function getComparison(original: PromptVersion, optimized: PromptVersion): VersionComparison {
  const ofOriginal = comparisons.get(original) ?? new WeakMap<PromptVersion, VersionComparison>()
  comparisons.set(original, ofOriginal)
  const comparison = ofOriginal.get(optimized) ?? compareVersions(original, optimized)
  ofOriginal.set(optimized, comparison)
  return comparison
}

interface ReadMessage {
  role: string
  text: string
  media: readonly string[]
}

function readMessage(message: PromptMessage): ReadMessage {
  if (message.kind === 'history') return { role: 'history', text: '', media: [] }
  if (message.kind === 'other') return { role: message.name, text: '', media: [] }
  const texts = message.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
  const media = message.parts.flatMap((part) => (part.kind === 'media' ? [part.name] : []))
  return { role: message.role, text: texts.join('\n'), media }
}

const getKey = ({ role, text, media }: ReadMessage) => JSON.stringify([role, text, media])

/** Pairs messages that are equal, then those of one role between them, in order. */
function compareMessages(
  original: readonly PromptMessage[],
  optimized: readonly PromptMessage[],
  limits: CompareLimits | undefined,
): MessageChange[] {
  const before = original.map(readMessage)
  const after = optimized.map(readMessage)
  const hunks = diffArrays(before, after, { comparator: (a, b) => getKey(a) === getKey(b) })
  const removedKeys = new Set(hunks.flatMap((hunk) => (hunk.removed ? hunk.value.map(getKey) : [])))
  const addedKeys = new Set(hunks.flatMap((hunk) => (hunk.added ? hunk.value.map(getKey) : [])))
  const isMoved = (message: ReadMessage) => removedKeys.has(getKey(message)) && addedKeys.has(getKey(message))

  const changes: MessageChange[] = []
  for (const [index, { value, added, removed }] of hunks.entries()) {
    if (!added && !removed) {
      changes.push(...value.map((message) => toChange('unchanged', message)))
      continue
    }
    // Pairs are made when the first of two adjacent hunks is reached.
    const previous = hunks[index - 1]
    if (added && previous?.removed) continue
    const next = hunks[index + 1]
    const removedMessages = removed ? value.filter((message) => !isMoved(message)) : []
    const addedMessages = removed ? (next?.added ? next.value : []) : value
    changes.push(...pairByRole(removedMessages, addedMessages, isMoved, limits))
  }
  return changes
}

function pairByRole(
  removed: readonly ReadMessage[],
  added: readonly ReadMessage[],
  isMoved: (message: ReadMessage) => boolean,
  limits: CompareLimits | undefined,
): MessageChange[] {
  const left = [...removed]
  const changes = added.map((message): MessageChange => {
    if (isMoved(message)) return toChange('moved', message)
    const index = left.findIndex(({ role }) => role === message.role)
    const [from] = index === -1 ? [] : left.splice(index, 1)
    const comparison = compareLines(from?.text ?? '', message.text, limits)
    return { ...toChange(from ? 'changed' : 'added', message), comparison }
  })
  const gone = left.map((message) => ({
    ...toChange('removed', message),
    comparison: compareLines(message.text, '', limits),
  }))
  return [...gone, ...changes]
}

function toChange(kind: MessageChange['kind'], { role, text, media }: ReadMessage): MessageChange {
  return { kind, role, text, media, comparison: null }
}

function compareSettings(
  original: PromptVersion,
  optimized: PromptVersion,
  limits: CompareLimits | undefined,
): SettingChange[] {
  const before = readSettings(original)
  const after = readSettings(optimized)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name): SettingChange[] => {
    const values = { before: before.get(name), after: after.get(name) }
    const [textBefore, textAfter] = [toJson(values.before), toJson(values.after)]
    if (textBefore === textAfter) return []
    const hasLines = [textBefore, textAfter].some((text) => text.includes('\n'))
    return [
      {
        name,
        ...values,
        kind: textBefore === '' ? 'added' : textAfter === '' ? 'removed' : 'changed',
        comparison: hasLines ? compareLines(textBefore, textAfter, limits) : null,
      },
    ]
  })
}

function readSettings({ provider, model, parameters, toolSchema, outputSchema }: PromptVersion) {
  const own = { provider, model, ...parameters, tool_schema: toolSchema, output_schema: outputSchema }
  return new Map(Object.entries(own).filter(([, value]) => value !== null && value !== undefined))
}

/** JSON whose keys have an order, because that of an object says nothing. Empty without a value. */
function toJson(value: unknown): string {
  const sortKeys = (_: string, nested: unknown) => {
    if (typeof nested !== 'object' || nested === null || Array.isArray(nested)) return nested
    return Object.fromEntries(Object.entries(nested).sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  return JSON.stringify(value, sortKeys, 2) ?? ''
}
