import type { StoredJob } from './createJobStore.js'
import { describeVersion, type Which } from './describeVersion.js'
import type { WirePromptVersion } from './wire.js'

/** The response of `getPromptVersion`. */
export function toWirePromptVersion(job: StoredJob, which: Which): WirePromptVersion {
  const { promptName, versionName, content, changeCount } = describeVersion(job, which)
  const isOptimized = changeCount > 0
  return {
    prompt_template_id: job.promptTemplateId,
    prompt_template_version_id: which === 'optimized' ? job.optimizedVersionId : job.originalVersionId,
    prompt_template_name: promptName,
    version_name: versionName,
    version_description: isOptimized ? 'Optimized' : null,
    metadata: {
      provider: 'openai',
      flavor: 'openai_chat',
      model: 'gpt-4o',
      params: isOptimized ? { temperature: 0.4, max_tokens: 500 } : { temperature: 0.7 },
    },
    format_version: '3',
    project_id: job.projectId,
    content,
    tool_schema: null,
    output_schema: isOptimized
      ? { type: 'object', properties: { answer: { type: 'string' }, needs_human: { type: 'boolean' } } }
      : null,
  }
}
