/** The labels of the fields that choose a prompt, a version and a dataset by name. */
export interface PromptLabels {
  /** The field for the prompt. */
  prompt: string
  /** The field for the version. */
  version: string
  /** The field for the dataset. */
  dataset: string
  /** The empty option of a field. */
  choose: string
  /** The newest version of a prompt. */
  latestVersion: (name: string) => string
  /** The option of a field while its options are loading. */
  loadingOptions: string
  /** A project without prompts. */
  noPrompts: string
  /** A prompt without versions. */
  noVersions: string
  /** A project without datasets. */
  noDatasets: string
  /** The prompts or versions can't be fetched, and the field is one for an ID. */
  promptsFailed: string
  /** The datasets can't be fetched, and the field is one for an ID. */
  datasetsFailed: string
  /** Only some of the options could be fetched. */
  optionsIncomplete: string
  /** The field that filters the options of another one. */
  search: (field: string) => string
  /** No option matches the search. */
  noMatches: string
  /** The button that shows the messages of the chosen version. */
  showPrompt: string
  /** The names of the inputs of a dataset. */
  inputs: (names: string) => string
  /** Variables of the prompt that the dataset does not fill. */
  missingInputs: (names: string) => string
  /** Inputs of the dataset that the prompt does not use. */
  unusedInputs: (names: string) => string

  /** A job that was started without instructions. */
  noInstructions: string
  /** Before the options that a job was started without. */
  optionsOff: string
  /** The button that opens a form to start a job that is over again. */
  runAgain: string
  /** What is not known of a job that was started elsewhere. */
  inputUnknown: string

  /** The button that deploys the new version, after a confirmation. */
  deploy: string
  /** The same while the request is in flight. */
  deploying: string
  /** The question of the confirmation. `version` is the name of the prompt and the version; `environment` is empty before one is chosen. */
  deployQuestion: (version: string, environment: string) => string
  /** The field for the environment. */
  environment: string
  /** An account without environments. */
  noEnvironments: string
  /** The environments can't be fetched, and the field is one for a name. */
  environmentsFailed: string
  /** The button that confirms. `environment` is empty before one is chosen. */
  deployConfirm: (environment: string) => string
  /** The button that closes the confirmation. */
  deployDismiss: string
  /** After a deployment; also announced. */
  deployed: (version: string, environment: string) => string
  /** The deployment was rejected. */
  deployFailed: string
  /** It is not known whether the version was deployed. */
  mayHaveDeployed: string
}
