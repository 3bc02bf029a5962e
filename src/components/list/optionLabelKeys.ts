/** The key of the label of each option of a job, in the order in which they are shown. */
export const OPTION_LABEL_KEYS = {
  useBestPractices: 'useBestPractices',
  useLabels: 'useLabels',
  useCustomerFeedback: 'useCustomerFeedback',
  runTestAfterOptimization: 'runTest',
} as const

export type OptionName = keyof typeof OPTION_LABEL_KEYS

export const OPTION_NAMES = Object.keys(OPTION_LABEL_KEYS) as OptionName[]
