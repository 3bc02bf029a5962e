/**
 * Prompts, versions, datasets and environments: by name, for starting a job and for deploying its version. It needs React.
 *
 * @packageDocumentation
 */

export { DeployVersion, type DeployVersionProps } from './components/prompts/DeployVersion.js'
export { JobInputs, type JobInputsProps } from './components/prompts/JobInputs.js'
export { PromptFields, type PromptFieldsProps } from './components/prompts/PromptFields.js'
export { PromptNames, type PromptNamesProps } from './components/prompts/PromptNames.js'
export { RunAgain, type RunAgainProps } from './components/prompts/RunAgain.js'
export type {
  Dataset,
  Environment,
  ListInput,
  Page,
  PromptTemplate,
} from './core/catalog.js'
export {
  type DeployPromptVersionInput,
  deployPromptVersion,
  getDataset,
  getPromptTemplate,
  type ListPromptVersionsInput,
  listDatasets,
  listEnvironments,
  listPromptTemplates,
  listPromptVersions,
} from './core/catalogReads.js'
export {
  type CatalogState,
  type UseCatalogOptions,
  type UsePromptVersionsOptions,
  useDatasets,
  useEnvironments,
  usePromptTemplates,
  usePromptVersions,
} from './hooks/useCatalog.js'
export {
  type DeployPromptVersionVariables,
  type UseDeployPromptVersionOptions,
  useDeployPromptVersion,
} from './hooks/useDeployPromptVersion.js'
export { useOptimizationJobInput } from './hooks/useOptimizationJobInput.js'
export { usePromptNames } from './hooks/usePromptNames.js'
export { catalogKeys } from './query/catalogKeys.js'
export {
  type CatalogQueryOptions,
  datasetsOptions,
  environmentsOptions,
  promptTemplatesOptions,
  promptVersionsOptions,
} from './query/catalogOptions.js'
export { jobInputKeys } from './query/jobInputKeys.js'
