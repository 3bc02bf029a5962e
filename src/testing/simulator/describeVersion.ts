import { catalog, findTemplateOfVersion } from './catalog.js'
import type { StoredJob } from './createJobStore.js'
import { promptContent } from './promptContent.js'
import type { WirePromptMessage } from './wire.js'

export type Which = 'original' | 'optimized'

interface DescribedVersion {
  promptName: string
  versionName: string
  content: readonly WirePromptMessage[]
  /** How many jobs have changed it. */
  changeCount: number
}

/** The version that a job improves, or the one that it creates. A version that is not in the catalog is like its first one. */
export function describeVersion(
  { rootVersionId, generation }: Pick<StoredJob, 'rootVersionId' | 'generation'>,
  which: Which,
): DescribedVersion {
  const template = findTemplateOfVersion(rootVersionId) ?? catalog.promptTemplates[0]
  const [newest] = template.versions
  const root = template.versions.find(({ id }) => id === rootVersionId.toLowerCase()) ?? newest
  const changeCount = generation + (which === 'optimized' ? 1 : 0)
  return {
    promptName: template.name,
    versionName: changeCount === 0 ? root.name : `v${Number(newest.name.slice(1)) + changeCount}`,
    content: changeContent(root.content, changeCount),
    changeCount,
  }
}

function changeContent(content: readonly WirePromptMessage[], count: number): readonly WirePromptMessage[] {
  if (count === 0) return content
  if (content === promptContent.original) return changeContent(promptContent.optimized, count - 1)
  const checks = Array.from({ length: count }, (_, index) => `\nBefore you reply, do check ${index + 1}.`)
  return content.map((message) =>
    'content' in message && message.role === 'system'
      ? { ...message, content: `${message.content}${checks.join('')}` }
      : message,
  )
}
