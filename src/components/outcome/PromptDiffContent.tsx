'use client'

import type { PromptVersion } from '../../core/promptVersion.js'
import { renderIcon } from '../shared/renderIcon.js'
import { CopyPromptButton } from './CopyPromptButton.js'
import { type SettingChange, toJson } from './compareSettings.js'
import type { MessageChange, VersionComparison } from './compareVersions.js'
import { LineBlock } from './LineBlock.js'
import { LongList, MAX_PAGE_SIZE } from './LongList.js'
import { getLineSize, toUnchangedLines } from './lines.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'
import type { PromptDiffView } from './usePromptDiffView.js'

interface PromptDiffContentProps {
  original: PromptVersion
  optimized: PromptVersion
  view: PromptDiffView
  comparison: VersionComparison
  labels: CardAndOutcomeLabels
  locale: string
}

/** A comparison, without the element around it. */
export function PromptDiffContent(props: PromptDiffContentProps) {
  const { original, optimized, view, comparison, labels, locale } = props
  const { isIdentical, messages, settings, addedVariables, removedVariables } = comparison
  const columns = {
    before: original.versionName ?? labels.beforeChange,
    after: optimized.versionName ?? labels.afterChange,
  }
  const lineProps = { isSplit: view === 'split', columns, labels, locale }
  const shortSettings = settings.filter((setting) => !setting.comparison)
  return (
    <>
      {isIdentical && <div>{labels.promptUnchanged}</div>}
      {shortSettings.length > 0 && <Settings settings={shortSettings} labels={labels} />}
      <Variables term={labels.variablesRemoved} names={removedVariables} change="removed" labels={labels} />
      <Variables term={labels.variablesAdded} names={addedVariables} change="added" labels={labels} />
      {settings.map(
        ({ name, kind, comparison }) =>
          comparison && (
            <LineBlock
              {...lineProps}
              key={name}
              title={labels.setting(name)}
              note={labels.messageChange(kind)}
              comparison={comparison}
              lines={comparison.lines}
            />
          ),
      )}
      {!isIdentical && (
        <LongList
          items={messages}
          labels={labels}
          getSize={getMessageSize}
          render={(message, index) => <Message key={index} {...lineProps} message={message} />}
        />
      )}
    </>
  )
}

/** Of what is rendered at first: unchanged lines are collapsed, and so is the rest of a long message. */
function getMessageSize({ comparison }: MessageChange): number {
  const changed = (comparison?.lines ?? []).filter(({ kind }) => kind !== 'unchanged')
  return Math.min(
    changed.reduce((size, line) => size + getLineSize(line), 1),
    MAX_PAGE_SIZE,
  )
}

interface MessageProps {
  message: MessageChange
  isSplit: boolean
  columns: { before: string; after: string }
  labels: CardAndOutcomeLabels
  locale: string
}

function Message({ message, labels, ...props }: MessageProps) {
  const { kind, role, text, media, removedMedia, comparison } = message
  return (
    <LineBlock
      {...props}
      labels={labels}
      title={labels.messageRole(role)}
      note={labels.messageChange(kind)}
      comparison={comparison}
      lines={comparison?.lines ?? toUnchangedLines(text)}
    >
      {removedMedia.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: media have no identity
        <div key={index} className="rpo-line-block-note rpo-note rpo-not-copied">
          <span className="rpo-hidden">{`${labels.lineChange('removed')} `}</span>
          <del>{labels.media(name)}</del>
        </div>
      ))}
      {media.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: media have no identity
        <div key={index} className="rpo-line-block-note rpo-note">
          {labels.media(name)}
        </div>
      ))}
    </LineBlock>
  )
}

interface ViewChoiceProps {
  view: PromptDiffView
  labels: CardAndOutcomeLabels
  onChoose: (view: PromptDiffView) => void
}

/** The choice of the view, and a button that copies the new prompt. */
export function PromptDiffActions({ version, ...choice }: ViewChoiceProps & { version: PromptVersion }) {
  return (
    <div className="rpo-diff-actions">
      <ViewChoice {...choice} />
      <CopyPromptButton version={version} labels={choice.labels} />
    </div>
  )
}

function ViewChoice({ view, labels, onChoose }: ViewChoiceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div className="rpo-view" role="group" aria-label={labels.view}>
      {(['unified', 'split'] as const).map((option) => (
        <button
          key={option}
          type="button"
          className="rpo-text-button"
          aria-pressed={view === option}
          onClick={() => onChoose(option)}
        >
          {option === 'unified' ? labels.unifiedView : labels.splitView}
        </button>
      ))}
    </div>
  )
}

interface SettingsProps {
  settings: readonly SettingChange[]
  labels: CardAndOutcomeLabels
}

// Not every font has the character.
const ARROW_PATH = 'M3 8h10M9.5 4.5 13 8l-3.5 3.5'

/** `Temperature 0.7 → 0.4`. */
function Settings({ settings, labels }: SettingsProps) {
  return (
    <dl className="rpo-settings">
      {settings.map((setting) => {
        const [before, after] = formatSetting(setting, labels)
        return (
          <div key={setting.name}>
            <dt>{labels.setting(setting.name)}</dt>
            <dd>
              <del>{before}</del>
              <span className="rpo-hidden">{' → '}</span>
              {renderIcon('rpo-icon', ARROW_PATH)}
              <ins>{after}</ins>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** Texts, or JSON. Texts are JSON, too, where they would look like a number. */
function formatSetting({ before, after }: SettingChange, labels: CardAndOutcomeLabels): [string, string] {
  const format = (value: unknown, isJson: boolean) => {
    if (value === undefined) return labels.settingMissing
    return typeof value === 'string' && !isJson ? value : toJson(value)
  }
  const isJson = format(before, false) === format(after, false)
  return [format(before, isJson), format(after, isJson)]
}

interface VariablesProps {
  term: string
  names: readonly string[]
  change: 'added' | 'removed'
  labels: CardAndOutcomeLabels
}

function Variables({ term, names, change, labels }: VariablesProps) {
  if (names.length === 0) return null
  return (
    <div className="rpo-variables" data-change={change}>
      <span>{`${term}: `}</span>
      <LongList
        items={names}
        labels={labels}
        render={(name) => <code key={name} className="rpo-variable">{`{{${name}}}`}</code>}
      />
    </div>
  )
}
