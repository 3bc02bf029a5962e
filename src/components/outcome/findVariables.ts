import type { PromptMessage } from '../../core/promptVersion.js'

// Mustache: also unescaped, sections, inverted sections and partials. Each repetition is followed by what it can't match, so that
// the time is linear.
const VARIABLE = /\{\{\{?(?:\s*[#^/>&])?\s*([\p{L}\p{N}_.$-]+)\s*\}?\}\}/gu

/** The names of the variables in the messages, in the order of their first use. */
export function findVariables(messages: readonly PromptMessage[]): string[] {
  const texts = messages.flatMap((message) => (message.kind === 'message' ? message.parts : []))
  const names = texts.flatMap((part) =>
    part.kind === 'text' ? [...part.text.matchAll(VARIABLE)].map(([, name]) => name ?? '') : [],
  )
  return [...new Set(names)]
}

/** A piece of a text: a variable, or what is between two. */
export interface TextPiece {
  text: string
  isVariable: boolean
}

/** Splits a text at its variables. */
export function splitAtVariables(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let end = 0
  for (const match of text.matchAll(VARIABLE)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), isVariable: false })
    pieces.push({ text: match[0], isVariable: true })
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isVariable: false })
  return pieces
}
