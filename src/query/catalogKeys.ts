import { optimizationKeys } from './optimizationKeys.js'

/**
 * The query keys of prompts, versions, datasets and environments. Except for environments, they begin with that of the project.
 *
 * @example
 * queryClient.invalidateQueries({ queryKey: catalogKeys.promptTemplates({ projectId }) })
 */
export const catalogKeys = {
  /** The prompts of a project; the data is TanStack Query's `InfiniteData` of `Page<PromptTemplate>`. */
  promptTemplates: ({ projectId }: { projectId: string }) =>
    [...optimizationKeys.project(projectId), 'prompt-templates'] as const,
  /** The versions of a prompt; the data is `InfiniteData` of `Page<PromptVersion>`. */
  promptVersions: ({ projectId, promptTemplateId }: { projectId: string; promptTemplateId: string }) =>
    [...optimizationKeys.project(projectId), 'prompt-versions', promptTemplateId] as const,
  /** The datasets of a project; the data is `InfiniteData` of `Page<Dataset>`. */
  datasets: ({ projectId }: { projectId: string }) =>
    [...optimizationKeys.project(projectId), 'datasets'] as const,
  /** The environments of the account; the data is `InfiniteData` of `Page<Environment>`. */
  environments: () => [...optimizationKeys.all, 'environments'] as const,
}
