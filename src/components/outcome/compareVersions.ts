import type { PromptMessage, PromptVersion } from '../../core/promptVersion.js'
import { compareLines, type LineComparison } from './compareLines.js'
import { compareSettings, type SettingChange } from './compareSettings.js'
import { findVariables } from './findVariables.js'
import { type MessagePair, pairMessages } from './pairMessages.js'
import { takeEach } from './takeEach.js'

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
  /** Names of what is no text, of the original version, that a changed message no longer has. */
  removedMedia: readonly string[]
  /** For a changed, added or removed message. */
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

/** How much is compared, so that large and hostile texts do not freeze the page. */
export interface CompareLimits {
  /** In milliseconds, for all messages and settings together. The smallest are compared first. @default 200 */
  timeoutMs?: number | undefined
}

/**
 * Compares two versions: message by message, their settings and their variables. What is too large for the limits is given as
 * removed and added.
 *
 * @example
 * const { addedCount, removedVariables } = compareVersions(original, optimized)
 */
export function compareVersions(
  original: PromptVersion,
  optimized: PromptVersion,
  { timeoutMs = 200 }: CompareLimits = {},
): VersionComparison {
  const deadline = Date.now() + timeoutMs
  const settings = compareSettings(original, optimized, deadline)
  const messages = compareMessages(original.messages, optimized.messages, deadline)
  const before = new Set(findVariables(original.messages))
  const after = new Set(findVariables(optimized.messages))
  const sum = (count: 'addedCount' | 'removedCount') =>
    messages.reduce((total, { comparison }) => total + (comparison?.[count] ?? 0), 0)
  return {
    isIdentical: settings.length === 0 && messages.every(({ kind }) => kind === 'unchanged'),
    messages,
    settings,
    addedVariables: [...after].filter((name) => !before.has(name)),
    removedVariables: [...before].filter((name) => !after.has(name)),
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

function compareMessages(
  original: readonly PromptMessage[],
  optimized: readonly PromptMessage[],
  deadline: number,
): MessageChange[] {
  const pairs = pairMessages(original, optimized, deadline)
  const comparisons = new Map<MessagePair, LineComparison>()
  const getSize = ({ before, after }: MessagePair) => (before?.text.length ?? 0) + (after?.text.length ?? 0)
  for (const pair of pairs.toSorted((a, b) => getSize(a) - getSize(b))) {
    if (pair.kind === 'unchanged' || pair.kind === 'moved') continue
    comparisons.set(pair, compareLines(pair.before?.text ?? '', pair.after?.text ?? '', deadline))
  }
  return pairs.flatMap((pair): MessageChange[] => {
    const message = pair.after ?? pair.before
    if (!message) return []
    const { role, text, media } = message
    const isKept = takeEach(media)
    const removedMedia = (pair.before?.media ?? []).filter((name) => !isKept(name))
    return [{ kind: pair.kind, role, text, media, removedMedia, comparison: comparisons.get(pair) ?? null }]
  })
}
