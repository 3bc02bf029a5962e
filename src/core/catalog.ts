/** A prompt of a project. */
export interface PromptTemplate {
  /** The prompt template's ID (a UUID). */
  promptTemplateId: string
  /** The name. Untrusted text; null if the service leaves it out. */
  name: string | null
  /** The ID of its latest version; null if it has none, or the service leaves it out. */
  latestVersionId: string | null
}

/** A dataset of a project. What the service leaves out is null or empty. */
export interface Dataset {
  /** The dataset's ID (a UUID). */
  datasetId: string
  /** Untrusted text. */
  name: string | null
  /** Untrusted text. */
  description: string | null
  /** The names of the inputs of each example, which fill the prompt's `{{variables}}`. */
  inputNames: readonly string[]
  /** The names of the inputs that are no text, such as images. */
  mediaInputNames: readonly string[]
  /** Whether its examples have a conversation so far. */
  supportsHistory: boolean | null
}

/** An environment of the account, to which a version can be deployed. */
export interface Environment {
  /** The environment's ID. */
  environmentId: string
  /** The name, such as `production`. Untrusted text. */
  name: string
}

/** A page of a list. */
export interface Page<Item> {
  /** In the service's order. */
  items: readonly Item[]
  /** Whether there is another page. */
  hasNext: boolean
}

/** Input of a list. */
export interface ListInput {
  /** The project's ID (a UUID). */
  projectId: string
  /** Counts from 1. @default 1 */
  page?: number | undefined
  /** The number of items per page. @default the service's default, 30 */
  pageSize?: number | undefined
}
