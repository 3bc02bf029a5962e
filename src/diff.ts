/**
 * The comparison of two prompt versions. It needs React and `diff`.
 *
 * @packageDocumentation
 */

export type { LineComparison } from './components/outcome/compareLines.js'
export type { SettingChange } from './components/outcome/compareSettings.js'
export {
  type CompareLimits,
  compareVersions,
  type MessageChange,
  type VersionComparison,
} from './components/outcome/compareVersions.js'
export { JobOutcome, type JobOutcomeProps } from './components/outcome/JobOutcome.js'
export type { LineChange, WordChange } from './components/outcome/lines.js'
export { PromptDiff, type PromptDiffProps } from './components/outcome/PromptDiff.js'
export type { PromptDiffView, PromptDiffViewProps } from './components/outcome/usePromptDiffView.js'
