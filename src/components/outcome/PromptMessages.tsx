import type { PromptVersion } from '../../core/promptVersion.js'
import { LineBlock } from './LineBlock.js'
import { toUnchangedLines } from './lines.js'
import { readMessage } from './readMessage.js'
import type { CardAndOutcomeLabels } from './useOutcomeLabels.js'

interface PromptMessagesProps {
  version: PromptVersion
  labels: CardAndOutcomeLabels
  locale: string
}

/** The messages of a version. */
export function PromptMessages({ version, labels, locale }: PromptMessagesProps) {
  return version.messages.map(readMessage).map(({ role, text, media }, index) => (
    <LineBlock
      // biome-ignore lint/suspicious/noArrayIndexKey: messages have no identity
      key={index}
      title={labels.messageRole(role)}
      note={null}
      comparison={null}
      lines={toUnchangedLines(text)}
      media={media}
      isCollapsible={false}
      isSplit={false}
      labels={labels}
      locale={locale}
    />
  ))
}
