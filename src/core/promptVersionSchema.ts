import * as z from 'zod/v4/mini'
import { asArray, asObject, asText } from './looseFields.js'
import type { PromptMessage, PromptPart, PromptVersion } from './promptVersion.js'

// Only the messages are needed to go on.
const wireVersion = z.looseObject({ content: z.array(z.unknown()) })

function toPromptVersion(wire: z.output<typeof wireVersion>): PromptVersion {
  const metadata = asObject(wire.metadata)
  return {
    versionId: asText(wire.prompt_template_version_id),
    promptName: asText(wire.prompt_template_name),
    versionName: asText(wire.version_name),
    description: asText(wire.version_description),
    provider: asText(metadata.provider),
    model: asText(metadata.model),
    parameters: asObject(metadata.params),
    messages: wire.content.map(toMessage),
    toolSchema: wire.tool_schema ?? null,
    outputSchema: wire.output_schema ?? null,
  }
}

function toMessage(wire: unknown): PromptMessage {
  const message = asObject(wire)
  const role = asText(message.role)
  if (message.kind === 'history') return { kind: 'history' }
  if (role === null) return { kind: 'other', name: asText(message.kind) ?? asText(message.type) ?? 'unknown' }
  const media = asArray(message.media_slots).map(toMedia)
  return { kind: 'message', role, parts: [...toParts(message.content), ...media] }
}

/** A text, or parts. */
function toParts(content: unknown): PromptPart[] {
  if (typeof content === 'string') return [{ kind: 'text', text: content }]
  if (Array.isArray(content)) return content.map(toPart)
  return content === null || content === undefined ? [] : [toPart(content)]
}

function toPart(wire: unknown): PromptPart {
  if (typeof wire === 'string') return { kind: 'text', text: wire }
  const { text } = asObject(wire)
  return typeof text === 'string' ? { kind: 'text', text } : toMedia(wire)
}

function toMedia(wire: unknown): PromptPart {
  const { name, type, kind } = asObject(wire)
  return { kind: 'media', name: asText(wire) ?? asText(name) ?? asText(type) ?? asText(kind) ?? 'media' }
}

export const promptVersionSchema: z.ZodMiniType<PromptVersion> = z.pipe(
  wireVersion,
  z.transform(toPromptVersion),
)
