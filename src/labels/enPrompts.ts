import type { PromptLabels } from './PromptLabels.js'

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
  inputs: (names) => `Inputs: ${names}`,
  missingInputs: (names) => `The dataset doesn’t fill these variables of the prompt: ${names}`,
  unusedInputs: (names) => `The prompt doesn’t use these inputs of the dataset: ${names}`,

  noInstructions: 'None',
  optionsOff: 'Turned off',
  runAgain: 'Run again…',
  inputUnknown:
    'This job was started elsewhere, so its dataset, instructions and other options aren’t known. Choose them again.',

  deploy: 'Deploy…',
  deploying: 'Deploying…',
  deployQuestion: (version, environment) =>
    environment ? `Deploy ${version} to ${environment}? It changes what runs there.` : `Deploy ${version}?`,
  environment: 'Environment',
  noEnvironments: 'The account has no environments.',
  environmentsFailed: 'Couldn’t load the environments. Enter the name of one.',
  deployConfirm: (environment) => (environment ? `Deploy to ${environment}` : 'Deploy'),
  deployDismiss: 'Don’t deploy',
  deployed: (version, environment) => `${version} is deployed to ${environment}.`,
  deployFailed: 'The version wasn’t deployed.',
  mayHaveDeployed: 'The version may have been deployed anyway. Check the environment before trying again.',
}
