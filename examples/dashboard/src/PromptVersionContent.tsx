import type { PromptMessage, PromptPart, PromptVersion } from 'react-prompt-optimization/outcome'
import { Facts } from './Facts.js'

/** A version of a prompt: its settings and messages. */
export function PromptVersionContent({ version }: { version: PromptVersion }) {
  const { description, provider, model, parameters, toolSchema, outputSchema, messages } = version
  const parameterFacts = Object.entries(parameters).map(([name, value]) => [toLabel(name), toText(value)])
  return (
    <>
      <Facts
        facts={{
          Description: description,
          Provider: provider,
          Model: model,
          ...Object.fromEntries(parameterFacts),
          Tools: toolSchema !== null && <pre>{toText(toolSchema)}</pre>,
          'Output schema': outputSchema !== null && <pre>{toText(outputSchema)}</pre>,
        }}
      />
      <h3>Messages</h3>
      <ol className="messages">
        {messages.map((message, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages have no identity, and never change
          <li key={index}>
            <Message message={message} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Message({ message }: { message: PromptMessage }) {
  if (message.kind === 'history') return <p className="muted">Conversation so far</p>
  if (message.kind === 'other') return <p className="muted">{message.name}</p>
  return (
    <>
      <h4>{message.role}</h4>
      {/* The direction is that of the prompt. */}
      <pre dir="auto">{message.parts.map(toPartText).join('\n')}</pre>
    </>
  )
}

function toPartText(part: PromptPart): string {
  return part.kind === 'text' ? part.text : `[${part.name}]`
}

/** `Max tokens` for `max_tokens`. */
function toLabel(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ')
}

/** A text, or JSON. */
function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}
