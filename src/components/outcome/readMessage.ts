import type { PromptMessage } from '../../core/promptVersion.js'

/** A message as far as it is compared. */
export interface ReadMessage {
  role: string
  text: string
  media: readonly string[]
  /** The same for equal messages. */
  key: string
}

export function readMessage(message: PromptMessage): ReadMessage {
  if (message.kind !== 'message') {
    const role = message.kind === 'history' ? 'history' : message.name
    return { role, text: '', media: [], key: JSON.stringify([message.kind, role]) }
  }
  const { role, parts } = message
  const text = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n')
  const media = parts.flatMap((part) => (part.kind === 'media' ? [part.name] : []))
  return { role, text, media, key: JSON.stringify([role, text, media]) }
}
