import type { PromptVersion } from './promptVersion.js'

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

/** A page of prompts. */
export type PromptTemplatePage = Page<PromptTemplate>
/** A page of the versions of a prompt. */
export type PromptVersionPage = Page<PromptVersion>
/** A page of datasets. */
export type DatasetPage = Page<Dataset>
/** A page of environments. */
export type EnvironmentPage = Page<Environment>
