'use client'

import { useEffect, useState } from 'react'
import type { PromptMessage, PromptVersion } from '../../core/promptVersion.js'
import { useOptimizationContext } from '../../hooks/OptimizationContext.js'
import { readMessage } from './readMessage.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

const RESULT_MS = 2_000

interface CopyPromptButtonProps {
  version: PromptVersion
  labels: CardAndOutcomeLabels
}

/** Copies the text of a version; also what is collapsed. */
export function CopyPromptButton({ version, labels }: CopyPromptButtonProps) {
  const { announcer } = useOptimizationContext()
  const [result, setResult] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (!result) return
    const timer = setTimeout(() => setResult(null), RESULT_MS)
    return () => clearTimeout(timer)
  }, [result])

  const copy = async () => {
    // There is no clipboard without HTTPS or permission.
    const next = await navigator.clipboard?.writeText(toText(version)).then(
      () => 'copied' as const,
      () => 'failed' as const,
    )
    setResult(next ?? 'failed')
    announcer?.announce('copy prompt', null, next === 'copied' ? labels.copied : labels.copyFailed)
  }
  return (
    <button type="button" className="rpo-text-button" onClick={copy}>
      {result === 'copied' ? labels.copied : result === 'failed' ? labels.copyFailed : labels.copyPrompt}
    </button>
  )
}

/** The text of the only message, or of each one below its role. */
function toText({ messages }: PromptVersion): string {
  const [first] = messages
  if (messages.length === 1 && first) return getText(first)
  return messages.map((message) => `${readMessage(message).role}:\n${getText(message)}`.trim()).join('\n\n')
}

function getText(message: PromptMessage): string {
  if (message.kind !== 'message') return ''
  return message.parts.map((part) => (part.kind === 'text' ? part.text : `[${part.name}]`)).join('\n')
}
