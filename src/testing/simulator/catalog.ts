import { promptContent } from './promptContent.js'
import type { WireDataset, WireEnvironment, WirePromptMessage } from './wire.js'

/** A version of a prompt in the catalog. */
interface CatalogVersion {
  id: string
  name: string
  description: string | null
  content: readonly WirePromptMessage[]
}

interface CatalogTemplate {
  id: string
  name: string
  /** Newest first. */
  versions: readonly [CatalogVersion, ...CatalogVersion[]]
}

const ask = (system: string, user: string): readonly WirePromptMessage[] => [
  { role: 'system', content: system },
  { role: 'user', content: user },
]

const promptTemplates: readonly [CatalogTemplate, ...CatalogTemplate[]] = [
  {
    id: 'a3f1c2d4-0001-4a1b-8c2d-000000000001',
    name: 'Support reply',
    versions: [
      {
        id: 'c41d7e02-96ab-4f58-b3d9-07e5a2c8f614',
        name: 'v12',
        description: 'Refunds in a section of their own',
        content: promptContent.original,
      },
      {
        id: 'a3f1c2d4-0001-4a1b-8c2d-000000000011',
        name: 'v11',
        description: null,
        content: ask('You are a support agent for {{company_name}}. Answer in {{language}}.', '{{question}}'),
      },
    ],
  },
  {
    id: 'a3f1c2d4-0001-4a1b-8c2d-000000000002',
    name: 'Order classifier',
    versions: [
      {
        id: 'a3f1c2d4-0001-4a1b-8c2d-000000000021',
        name: 'v3',
        description: null,
        content: ask('Classify the message as order, return or other.', '{{message}}'),
      },
    ],
  },
  {
    id: 'a3f1c2d4-0001-4a1b-8c2d-000000000003',
    name: 'Call summary',
    versions: [
      {
        id: 'a3f1c2d4-0001-4a1b-8c2d-000000000031',
        name: 'v1',
        description: null,
        content: ask('Summarize the call in three sentences.', '{{transcript}}'),
      },
    ],
  },
]

const datasets: readonly [WireDataset, ...WireDataset[]] = [
  {
    id: '8f2c1d4e-6a0b-4c57-9e21-3b7d50a9c684',
    name: 'Refund conversations',
    description: 'Questions about refunds from the last quarter, with the agents’ replies',
    input_names: [
      'company_name',
      'language',
      'current_date',
      'articles',
      'orders',
      'agent_name',
      'shipped_date',
      'question',
    ],
    media_input_names: [],
    support_history: true,
  },
  {
    id: '8f2c1d4e-6a0b-4c57-9e21-000000000002',
    name: 'Short messages',
    description: null,
    input_names: ['message', 'language'],
    media_input_names: [],
    support_history: false,
  },
  {
    id: '8f2c1d4e-6a0b-4c57-9e21-000000000003',
    name: 'Receipts',
    description: 'Photos of receipts',
    input_names: ['question'],
    media_input_names: ['receipt'],
    support_history: false,
  },
]

const environments: readonly WireEnvironment[] = [
  { id: 'e0000000-0000-4000-8000-000000000001', name: 'development' },
  { id: 'e0000000-0000-4000-8000-000000000002', name: 'staging' },
  { id: 'e0000000-0000-4000-8000-000000000003', name: 'production' },
]

/** The prompts, datasets and environments of every simulated project. */
export const catalog = {
  /** The prompts, each with its versions, newest first. */
  promptTemplates,
  /** The datasets. The inputs of the second one do not fill the variables of any prompt. */
  datasets,
  /** The environments of the account. */
  environments,
}

/** The prompt to which a version of the catalog belongs. */
export function findTemplateOfVersion(versionId: string): CatalogTemplate | undefined {
  return promptTemplates.find(({ versions }) => versions.some(({ id }) => id === versionId.toLowerCase()))
}
