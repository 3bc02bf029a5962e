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
      isCollapsible={false}
      isSplit={false}
      labels={labels}
      locale={locale}
    >
      {media.map((name, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: media have no identity
        <div key={at} className="rpo-line-block-note rpo-note">
          {labels.media(name)}
        </div>
      ))}
    </LineBlock>
  ))
}
