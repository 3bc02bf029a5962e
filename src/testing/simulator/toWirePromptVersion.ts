import type { StoredJob } from './createJobStore.js'
import { promptContent } from './promptContent.js'
import type { WirePromptVersion } from './wire.js'

/** The name of the prompt of every simulated job. */
export const PROMPT_NAME = 'Support reply'
export const VERSION_NAMES = { original: 'v12', optimized: 'v13' } as const

/** The response of `getPromptVersion`. */
export function toWirePromptVersion(job: StoredJob, which: 'original' | 'optimized'): WirePromptVersion {
  const isOptimized = which === 'optimized'
  return {
    prompt_template_id: job.promptTemplateId,
    prompt_template_version_id: isOptimized ? job.optimizedVersionId : job.originalVersionId,
    prompt_template_name: PROMPT_NAME,
    version_name: VERSION_NAMES[which],
    version_description: isOptimized ? 'Optimized' : null,
    metadata: {
      provider: 'openai',
      flavor: 'openai_chat',
      model: 'gpt-4o',
      params: isOptimized ? { temperature: 0.4, max_tokens: 500 } : { temperature: 0.7 },
    },
    format_version: '3',
    project_id: job.projectId,
    content: promptContent[which],
    tool_schema: null,
    output_schema: isOptimized
      ? { type: 'object', properties: { answer: { type: 'string' }, needs_human: { type: 'boolean' } } }
      : null,
  }
}
