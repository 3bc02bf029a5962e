/** The labels of what comes after a job, in addition to those of the card. */
export interface OutcomeLabels {
  /** The heading of the comparison of two prompt versions. */
  promptChanges: string
  /** Both versions are the same. */
  promptUnchanged: string
  /** Lines that are new and gone. Beside `+4 −2`, it is for screen readers. */
  lineCounts: (added: string, removed: string) => string
  /** What happened to a message. */
  messageChange: (change: 'unchanged' | 'changed' | 'added' | 'removed' | 'moved') => string
  /** The role of a message; `history` is the place of the conversation so far. Other roles are shown as reported. */
  messageRole: (role: string) => string
  /** For screen readers, before a line or a word. */
  lineChange: (change: 'added' | 'removed') => string
  /** The button that shows collapsed lines. */
  showUnchanged: (count: number, formatted: string) => string
  /** The button that collapses them again. */
  hideUnchanged: (count: number, formatted: string) => string
  /** A part of a message that is no text, such as an image. */
  media: (name: string) => string
  /** A setting of the model, by its name in the API, such as `temperature`. Others are shown as reported. */
  setting: (name: string) => string
  /** A setting that a version does not have. */
  settingMissing: string
  /** Variables that only the new version has. */
  variablesAdded: string
  /** Variables that only the original has: a caller that sets them is not broken, but what they said is lost. */
  variablesRemoved: string
  /** The comparison was given up because the texts are too large, so lines are not compared. */
  tooLargeToCompare: string
  /** The view with both versions in one column. */
  unifiedView: string
  /** The view with a column for each version. */
  splitView: string
  /** The name of the choice between them. */
  view: string
  /** The button that copies the new prompt. */
  copyPrompt: string

  /** Instead of `copyPrompt` where the clipboard can't be used; also announced. */
  copyFailed: string

  /** While the outcome is loading. */
  loadingOutcome: string
  /** The service does not have a version of the prompt. */
  versionNotFound: string
  /** The service does not have the test run. */
  testRunNotFound: string
  /** The service denies access to the versions or the test run. */
  outcomeForbidden: string

  // Test results.
  /** The heading of the test results. */
  testResults: string
  /** The number of examples of a test run. */
  examples: (count: number, formatted: string) => string
  /** The version that a test run says it tested. */
  testedVersion: (version: string) => string
  /** The column of criteria. */
  criterion: string
  /** The column of the earlier figures, where the version is not known. */
  beforeChange: string
  /** The column of the later figures, where the version is not known. */
  afterChange: string
  /** The column of the change. */
  change: string
  /** Who or what evaluates a criterion. */
  evaluation: (evaluation: 'human' | 'auto' | 'client') => string
  /** How many examples passed. */
  passedOf: (passed: string, total: string) => string
  /** The average score, whose scale is not known. */
  averageScore: (score: string) => string
  /** Figures that the service has in another form, or not at all. */
  noFigures: string
  /** The word for a change; for a score, whether more is better is not known. */
  changeWord: (change: 'better' | 'worse' | 'same' | 'higher' | 'lower') => string
  /** A change in percentage points, with its sign. */
  points: (points: string) => string
  /** The sum of the changes. */
  resultsSummary: (better: number, worse: number, total: number) => string
  /** A complete test run without evaluation criteria. */
  noCriteria: string
  /** A test run without figures, of which it is not known whether it is complete. */
  noTestFigures: string
  /** Why there is nothing to compare the figures with. */
  otherTestRunUnknown: string
  /** A test run that has not finished. */
  testInProgress: string
  /** A test run that has failed. */
  testFailed: string
}
