import { getPromptVersion, type PromptMessage, type PromptVersion } from 'react-prompt-optimization/outcome'
import { createJobSimulator } from 'react-prompt-optimization/testing'
import { createTestApp } from 'react-prompt-optimization/testing/react'
import { PROJECT_ID } from '../list/withSimulator.js'

const simulator = createJobSimulator()
simulator.addJob({ projectId: PROJECT_ID, ageMs: 3_600_000 })
const { client } = createTestApp({ fetch: simulator })

async function readVersion(key: 'original_version_id' | 'optimized_version_id'): Promise<PromptVersion> {
  const [job] = simulator.jobs(PROJECT_ID)
  return getPromptVersion(client, {
    projectId: PROJECT_ID,
    promptTemplateId: job?.prompt_template_id ?? '',
    versionId: job?.[key] ?? '',
  })
}

/** The versions of the simulator: a prompt of 60 lines. */
export const supportReply = {
  original: await readVersion('original_version_id'),
  optimized: await readVersion('optimized_version_id'),
}

/** A version with these messages, of which a text is the only one. */
export function buildVersion(
  messages: string | readonly PromptMessage[],
  rest: Partial<PromptVersion> = {},
): PromptVersion {
  return {
    versionId: null,
    promptName: null,
    versionName: null,
    description: null,
    provider: 'openai',
    model: 'gpt-4o',
    parameters: {},
    messages: typeof messages === 'string' ? [buildMessage('system', messages)] : messages,
    toolSchema: null,
    outputSchema: null,
    ...rest,
  }
}

/** A message of a text, and names of media. */
export function buildMessage(role: string, text: string, ...media: string[]): PromptMessage {
  const parts = media.map((name) => ({ kind: 'media' as const, name }))
  return { kind: 'message', role, parts: [{ kind: 'text', text }, ...parts] }
}
