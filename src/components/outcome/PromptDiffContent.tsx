'use client'

import type { PromptVersion } from '../../core/promptVersion.js'
import type { MessageChange, VersionComparison } from './compareVersions.js'
import { LineBlock } from './LineBlock.js'
import { LongList, MAX_PAGE_SIZE } from './LongList.js'
import { getLineSize, toUnchangedLines } from './lines.js'
import { PromptSettings } from './PromptSettings.js'
import { PromptVariables } from './PromptVariables.js'
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
      {shortSettings.length > 0 && <PromptSettings settings={shortSettings} labels={labels} />}
      <PromptVariables
        term={labels.variablesRemoved}
        names={removedVariables}
        change="removed"
        labels={labels}
      />
      <PromptVariables term={labels.variablesAdded} names={addedVariables} change="added" labels={labels} />
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
              media={[]}
            />
          ),
      )}
      {!isIdentical && (
        <LongList
          items={messages}
          labels={labels}
          getSize={getMessageSize}
          render={({ kind, role, text, media, removedMedia, comparison }, index) => (
            <LineBlock
              {...lineProps}
              key={index}
              title={labels.messageRole(role)}
              note={labels.messageChange(kind)}
              comparison={comparison}
              lines={comparison?.lines ?? toUnchangedLines(text)}
              media={media}
              removedMedia={removedMedia}
            />
          )}
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
