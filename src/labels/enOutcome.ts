import type { OutcomeLabels } from './OutcomeLabels.js'

const EVALUATIONS = { human: 'by people', auto: 'by a model', client: 'by your app' }

const SETTINGS: Record<string, string> = {
  provider: 'Provider',
  model: 'Model',
  temperature: 'Temperature',
  max_tokens: 'Max tokens',
  top_p: 'Top P',
  tool_schema: 'Tools',
  output_schema: 'Output schema',
}

export const enOutcome: OutcomeLabels = {
  promptChanges: 'Changes to the prompt',
  promptUnchanged: 'The prompt is unchanged.',
  lineCounts: (added, removed) => `${added} ${added === '1' ? 'line' : 'lines'} added, ${removed} removed`,
  messageChange: (change) => change,
  messageRole: (role) => (role === 'history' ? 'Conversation so far' : role),
  lineChange: (change) => (change === 'added' ? 'Added:' : 'Removed:'),
  showUnchanged: (count, formatted) =>
    count === 1 ? 'Show 1 unchanged line' : `Show ${formatted} unchanged lines`,
  hideUnchanged: (count, formatted) =>
    count === 1 ? 'Hide 1 unchanged line' : `Hide ${formatted} unchanged lines`,
  media: (name) => `[${name}]`,
  setting: (name) => (Object.hasOwn(SETTINGS, name) && SETTINGS[name]) || name,
  settingMissing: 'not set',
  variablesAdded: 'New variables',
  variablesRemoved: 'Removed variables',
  tooLargeToCompare:
    'This message is too large to compare line by line. The original is shown before the new one.',
  unifiedView: 'Unified',
  splitView: 'Side by side',
  view: 'View',
  loadingOutcome: 'Loading…',
  versionNotFound: 'Prompt version not found.',
  testRunNotFound: 'Test run not found.',
  outcomeForbidden: 'You don’t have access to it. Ask the project’s owner.',
  copyPrompt: 'Copy new prompt',
  copyFailed: 'Couldn’t copy. Select the text instead.',

  testResults: 'Test results',
  examples: (count, formatted) => (count === 1 ? '1 example' : `${formatted} examples`),
  testedVersion: (version) => `Version ${version}`,
  criterion: 'Criterion',
  beforeChange: 'Before',
  afterChange: 'After',
  change: 'Change',
  evaluation: (evaluation) => EVALUATIONS[evaluation],
  passedOf: (passed, total) => `${passed} / ${total}`,
  averageScore: (score) => `average ${score}`,
  noFigures: 'no figures',
  changeWord: (change) => change,
  points: (points) => `${points} pts`,
  resultsSummary: (better, worse, total) => `${better} of ${total} criteria better, ${worse} worse`,
  noCriteria: 'No evaluation criteria, so there are no figures.',
  noTestFigures: 'No figures yet. A prompt without evaluation criteria gets none.',
  otherTestRunUnknown: 'Not compared: the test run of the other version isn’t known.',
  testInProgress: 'The test is running.',
  testFailed: 'The test failed.',
}
