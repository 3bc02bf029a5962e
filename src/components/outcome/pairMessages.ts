import type { PromptMessage } from '../../core/promptVersion.js'
import { diffUntil } from './compareLines.js'
import { type ReadMessage, readMessage } from './readMessage.js'
import { takeEach } from './takeEach.js'

/** A message of the new version and the one that it replaces, or one of them. */
export interface MessagePair {
  kind: 'unchanged' | 'changed' | 'added' | 'removed' | 'moved'
  before: ReadMessage | null
  after: ReadMessage | null
}

/** Pairs messages that are equal, then those of one role between them, in order. */
export function pairMessages(
  original: readonly PromptMessage[],
  optimized: readonly PromptMessage[],
  deadline: number,
): MessagePair[] {
  const before = original.map(readMessage)
  const after = optimized.map(readMessage)
  const hunks = diffUntil(before, after, deadline, (a, b) => a.key === b.key) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  // Of equal messages, as many have moved as are both removed and added.
  const takeAdded = takeEach(hunks.flatMap((hunk) => (hunk.added ? hunk.value.map(({ key }) => key) : [])))
  const takeRemoved = takeEach(
    hunks.flatMap((hunk) => (hunk.removed ? hunk.value.map(({ key }) => key) : [])),
  )
  const isMoved = ({ key }: ReadMessage) => takeRemoved(key)
  return hunks.flatMap((hunk, index): MessagePair[] => {
    if (hunk.removed) {
      const next = hunks[index + 1]
      const gone = hunk.value.filter(({ key }) => !takeAdded(key))
      return pairByRole(gone, next?.added ? next.value : [], isMoved)
    }
    // Paired with those before them.
    if (hunk.added) return hunks[index - 1]?.removed ? [] : pairByRole([], hunk.value, isMoved)
    return hunk.value.map((message) => ({ kind: 'unchanged', before: message, after: message }))
  })
}

function pairByRole(
  removed: readonly ReadMessage[],
  added: readonly ReadMessage[],
  isMoved: (message: ReadMessage) => boolean,
): MessagePair[] {
  const left = new Map<string, ReadMessage[]>()
  for (const message of removed) {
    const sameRole = left.get(message.role) ?? []
    sameRole.push(message)
    left.set(message.role, sameRole)
  }
  const pairs = added.map((after): MessagePair => {
    if (isMoved(after)) return { kind: 'moved', before: after, after }
    const before = left.get(after.role)?.shift() ?? null
    return { kind: before ? 'changed' : 'added', before, after }
  })
  const gone = [...left.values()]
    .flat()
    .map((before): MessagePair => ({ kind: 'removed', before, after: null }))
  return gone.concat(pairs)
}
