import { renderIcon } from '../shared/renderIcon.js'
import { type SettingChange, toJson } from './compareSettings.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

interface PromptSettingsProps {
  settings: readonly SettingChange[]
  labels: CardAndOutcomeLabels
}

// Not every font has the character.
const ARROW_PATH = 'M3 8h10M9.5 4.5 13 8l-3.5 3.5'

/** `Temperature 0.7 → 0.4`. */
export function PromptSettings({ settings, labels }: PromptSettingsProps) {
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
