export { StartJobFormError as Error } from './StartJobFormError.js'
export {
  StartJobFormIdField as IdField,
  StartJobFormInstructions as Instructions,
} from './StartJobFormFields.js'
export { StartJobFormOption as Option, StartJobFormOptions as Options } from './StartJobFormOptions.js'
export { StartJobFormRoot as Root } from './StartJobFormRoot.js'
export { StartJobFormSubmit as Submit } from './StartJobFormSubmit.js'
export { StartJobFormSuccess as Success } from './StartJobFormSuccess.js'
