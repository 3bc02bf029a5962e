import type { PromptLabels } from './JobLabels.js'

export const enPrompts: PromptLabels = {
  prompt: 'Prompt',
  version: 'Version',
  dataset: 'Dataset',
  choose: 'Choose…',
  latestVersion: (name) => `${name} · latest`,
  loadingOptions: 'Loading…',
  noPrompts: 'This project has no prompts.',
  noVersions: 'This prompt has no versions.',
  noDatasets: 'This project has no datasets.',
  promptsFailed: 'Couldn’t load the prompts. Retry, or enter the ID of a version.',
  datasetsFailed: 'Couldn’t load the datasets. Retry, or enter the ID of one.',
  optionsIncomplete: 'Couldn’t load all of them.',
  search: (field) => `Search: ${field}`,
  noMatches: 'No matches',
  showPrompt: 'Show the prompt',
  inputs: 'Inputs',
  missingInputs: (names) => `The dataset doesn’t fill these variables of the prompt: ${names}`,
  unusedInputs: (names) => `The prompt doesn’t use these inputs of the dataset: ${names}`,
}
