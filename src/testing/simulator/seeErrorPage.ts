/** Ends the message of an error that a test caused. */
export const SEE_ERROR_PAGE =
  '. See node_modules/react-prompt-optimization/docs/errors/invalid-simulator-input.md'
