import type { Dataset } from '../../core/catalog.js'
import type { PromptVersion } from '../../core/promptVersion.js'
import { findVariables } from '../outcome/findVariables.js'

/** Where a prompt's variables and a dataset's inputs do not meet. */
export interface InputMismatch {
  /** Variables that the dataset does not fill. */
  missing: readonly string[]
  /** Inputs that the prompt does not use. */
  unused: readonly string[]
}

/** Compares the variables of a version with the inputs of a dataset. Without inputs, nothing is known of the dataset. */
export function compareInputs(version: PromptVersion, dataset: Dataset): InputMismatch {
  const inputs = [...dataset.inputNames, ...dataset.mediaInputNames]
  if (inputs.length === 0) return { missing: [], unused: [] }
  // Of `user.name`, the dataset has `user`.
  const variables = [...new Set(findVariables(version.messages).map((name) => name.split('.')[0] || name))]
  return {
    missing: variables.filter((name) => name !== '.' && !inputs.includes(name)),
    // Media are placed by the service, also without a variable.
    unused: dataset.inputNames.filter((name) => !variables.includes(name)),
  }
}
