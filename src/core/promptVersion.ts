/** Identifies a version of a prompt. A job has the IDs: `promptTemplateId` with `originalVersionId` or `optimizedVersionId`. */
export interface PromptVersionReference {
  /** The project's ID (a UUID). */
  projectId: string
  /** The prompt template's ID (a UUID). */
  promptTemplateId: string
  /** The version's ID (a UUID). */
  versionId: string
}

/** A part of a message: text, or a placeholder for something else, such as an image. */
export type PromptPart =
  /** Untrusted text with `{{variables}}`. */
  | { kind: 'text'; text: string }
  /** Anything but text. `name` says what it is, as reported. */
  | { kind: 'media'; name: string }

/** A message of a prompt, in its order. */
export type PromptMessage =
  | { kind: 'message'; role: string; parts: readonly PromptPart[] }
  /** The place of the conversation so far. */
  | { kind: 'history' }
  /** A message of a kind that this package does not know. `name` says which, as reported. */
  | { kind: 'other'; name: string }

/** A version of a prompt. It never changes. What the service leaves out is null or empty. */
export interface PromptVersion {
  /** The version's ID (a UUID); null if the service left it out. */
  versionId: string | null
  /** The name of the prompt. */
  promptName: string | null
  /** The name of the version. */
  versionName: string | null
  /** The description of the version. */
  description: string | null
  /** The provider of the model, such as `openai`. */
  provider: string | null
  /** The model. */
  model: string | null
  /** The parameters of the model, such as `temperature`; JSON of any shape. */
  parameters: Readonly<Record<string, unknown>>
  /** The messages. */
  messages: readonly PromptMessage[]
  /** The schema of the tools; JSON of any shape. */
  toolSchema: unknown
  /** The schema of the output; JSON of any shape. */
  outputSchema: unknown
}
